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
  const running = new Set<RunningRequest>();
  const onStop = (): void => running.forEach((request) => request.end(stopping.reason));
  stopping.addEventListener('abort', onStop, { once: true });
  return async (ctx, next) => {
    const request = new RunningRequest();
    // A stream outlives the budget, but neither its caller nor the service.
    ctx.res.once('close', () => {
      running.delete(request);
      if (!ctx.res.writableFinished) request.end(new Error('the caller has gone'));
    });
    const timer = setTimeout(() => request.end(new Error('the request budget is spent')), budgetMs);
    running.add(request);
    if (stopping.aborted) onStop();
    ctx.state.signal = request.signal;
    try {
      await Promise.race([next(), request.ended]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** A request under way. Its end is told to its answer directly: a listener on the signal costs every request more. */
class RunningRequest {
  readonly #controller = new AbortController();
  readonly #ending = Promise.withResolvers<never>();

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Rejects when the request is ended before its answer. */
  get ended(): Promise<never> {
    return this.#ending.promise;
  }

  end(reason: unknown): void {
    this.#controller.abort(reason);
    this.#ending.reject(cannotKnowNow('BUDGET_SPENT', 'The answer was not ready in time; ask again.'));
  }
}
