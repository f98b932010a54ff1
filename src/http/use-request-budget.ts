import type { Middleware } from 'koa';
import { cannotKnowNow } from './http-error.ts';

/** What a request carries for those who work on it. */
export interface BudgetState {
  /** Aborts when the budget is spent, the caller has gone, or the service stops. */
  signal: AbortSignal;
}

/**
 * Gives every request a deadline. PMS gives up after about 90 s and then takes the call as failed without reading
 * our reason, so we answer inside the budget whatever happens below.
 *
 * @param stopping aborts when the service stops.
 */
export function useRequestBudget(budgetMs: number, stopping: AbortSignal): Middleware<BudgetState> {
  return async (ctx, next) => {
    const gone = new AbortController();
    const onClose = (): void => gone.abort(new Error('the caller has gone'));
    ctx.res.once('close', onClose);
    const timer = setTimeout(() => gone.abort(new Error('the request budget is spent')), budgetMs);
    const signal = AbortSignal.any([gone.signal, stopping]);
    ctx.state.signal = signal;
    try {
      await Promise.race([next(), rejectOnAbort(signal)]);
    } finally {
      clearTimeout(timer);
      ctx.res.off('close', onClose);
    }
  };
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const refuse = (): void =>
      reject(cannotKnowNow('BUDGET_SPENT', 'The answer was not ready in time; ask again.'));
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
}
