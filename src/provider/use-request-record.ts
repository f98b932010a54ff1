import type { Middleware } from 'koa';
import type { Logger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';

/** Counts and times every request by the route that served it; addresses themselves stay out of the metrics. */
export function useRequestRecord(metrics: Metrics, logger: Logger): Middleware {
  return async (ctx, next) => {
    const stopTimer = metrics.requestSeconds.startTimer();
    await next();
    const route = routeOf(ctx.path);
    const seconds = stopTimer({ route });
    metrics.requests.inc({ route, status: String(ctx.status) });
    logger.debug(
      { method: ctx.method, route, status: ctx.status, ms: Math.round(seconds * 1000) },
      'request',
    );
  };
}

const ROUTES: readonly (readonly [RegExp, string])[] = [
  [/\/library\/metadata\/matches\/?$/, 'match'],
  [/\/library\/metadata\/[^/]+\/?$/, 'metadata'],
  [/\/library\/metadata\/[^/]+\/images\/?$/, 'images'],
  [/\/library\/metadata\/[^/]+\/extras\/?$/, 'extras'],
  [/\/artwork\//, 'artwork'],
  [/^\/[^/]*\/?$/, 'manifest'],
];

function routeOf(path: string): string {
  return ROUTES.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}
