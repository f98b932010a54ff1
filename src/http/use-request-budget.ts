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
  // One listener for all requests: a signal combined with `stopping` for each would live as long as the service.
  const running = new Set<AbortController>();
  const onStop = (): void => running.forEach((request) => request.abort(stopping.reason));
  stopping.addEventListener('abort', onStop, { once: true });
  return async (ctx, next) => {
    const request = new AbortController();
    // A stream outlives the budget, but neither its caller nor the service.
    ctx.res.once('close', () => {
      running.delete(request);
      if (!ctx.res.writableFinished) request.abort(new Error('the caller has gone'));
    });
    const timer = setTimeout(() => request.abort(new Error('the request budget is spent')), budgetMs);
    running.add(request);
    if (stopping.aborted) onStop();
    ctx.state.signal = request.signal;
    try {
      await Promise.race([next(), rejectOnAbort(request.signal)]);
    } finally {
      clearTimeout(timer);
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
