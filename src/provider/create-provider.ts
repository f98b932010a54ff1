import Router from '@koa/router';
import Koa, { type Middleware } from 'koa';
import { useJsonErrors } from '../http/use-json-errors.ts';
import { type BudgetState, useRequestBudget } from '../http/use-request-budget.ts';
import type { Logger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { BaseUrlOf } from './base-url.ts';
import { createItemRoutes } from './item-routes.ts';
import { toManifest } from './manifest.ts';
import { createMatchRoute } from './match-route.ts';
import type { ProviderDependencies } from './provider-dependencies.ts';
import { useRequestRecord } from './use-request-record.ts';

/** What the provider listener is made of besides what answers Plex. */
export interface ProviderSurroundings {
  /** `/<secret>`, or empty without one. */
  readonly prefix: string;
  readonly baseUrlOf: BaseUrlOf;
  readonly requestBudgetMs: number;
  /** Aborts when the service stops. */
  readonly stopping: AbortSignal;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Serves `/artwork/…` below the prefix. */
  readonly artwork: ReturnType<Router['routes']>;
}

/** The HTTP application that PMS calls. The list below is the order in which a request passes. */
export function createProvider(deps: ProviderDependencies, around: ProviderSurroundings): Koa<BudgetState> {
  const app = new Koa<BudgetState>();
  app.on('error', (error: unknown) => around.logger.debug({ err: error }, 'a connection broke'));
  const pipeline = [
    useRequestRecord(around.metrics, around.logger),
    useJsonErrors((error) => around.logger.error({ err: error }, 'a request failed')),
    useRequestBudget(around.requestBudgetMs, around.stopping),
    createRoutes(deps, around).routes(),
    around.artwork,
  ];
  for (const middleware of pipeline) app.use(middleware as Middleware<BudgetState>);
  return app;
}

function createRoutes(
  deps: ProviderDependencies,
  { prefix, baseUrlOf }: ProviderSurroundings,
): Router<BudgetState> {
  const item = createItemRoutes(deps, baseUrlOf);
  // Without this the secret would be good in any mix of upper and lower case.
  const router = new Router<BudgetState>({ sensitive: true });
  const manifest = toManifest(deps.identity);
  router.get(prefix === '' ? '/' : prefix, (ctx) => {
    ctx.body = manifest;
  });
  router.post(`${prefix}/library/metadata/matches`, createMatchRoute(deps, baseUrlOf));
  router.get(`${prefix}/library/metadata/:ratingKey`, item.metadata);
  router.get(`${prefix}/library/metadata/:ratingKey/images`, item.images);
  router.get(`${prefix}/library/metadata/:ratingKey/extras`, item.extras);
  return router;
}
