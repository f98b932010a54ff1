import Router from '@koa/router';
import Koa from 'koa';
import { useJsonErrors } from '../http/use-json-errors.ts';
import type { Secret } from '../lib/secret.ts';
import type { Logger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';
import { addApiRoutes } from './add-api-routes.ts';
import { type AddressOf, peerAddressOf, useAdminAccess } from './admin-access.ts';
import type { ApiDependencies } from './api-dependencies.ts';
import { asksForGraphiql } from './graphiql/graphiql-page.ts';
import { type Health, addHealthRoutes } from './health-routes.ts';
import { useHostCheck } from './use-host-check.ts';
import { useSameSite } from './use-same-site.ts';
import { useSecurityHeaders } from './use-security-headers.ts';

/** What the admin listener is made of. */
export interface AdminDependencies {
  readonly host: string;
  readonly token: Secret | undefined;
  readonly health: Health;
  readonly metrics: Metrics;
  /** Brings gauges up to date before they are read. */
  readonly updateGauges: () => void;
  readonly logger: Logger;
  readonly api: ApiDependencies;
  /** The peer's address unless told. */
  readonly addressOf?: AddressOf;
}

/** The HTTP application for people and tools. The list below is the order in which a request passes. */
export function createAdmin(deps: AdminDependencies): Koa {
  const app = new Koa();
  app.on('error', (error: unknown) => deps.logger.debug({ err: error }, 'a connection broke'));
  const pipeline = [
    useSecurityHeaders(),
    useJsonErrors((error) => deps.logger.error({ err: error }, 'an admin request failed')),
    useHostCheck(deps.host),
    useSameSite(),
    useAdminAccess(deps.token, isOpen),
    createRoutes(deps).routes(),
  ];
  for (const middleware of pipeline) app.use(middleware);
  return app;
}

/** Open without a token: container health checks and browsers that open a page cannot carry one; both tell nothing. */
function isOpen(ctx: Koa.Context): boolean {
  return ctx.path === '/health/live' || asksForGraphiql(ctx);
}

function createRoutes(deps: AdminDependencies): Router {
  const { health, metrics, updateGauges, token, logger, api, addressOf = peerAddressOf } = deps;
  const router = new Router();
  addHealthRoutes(router, health);
  addApiRoutes(router, api, { token, addressOf, logger });
  router.get('/metrics', async (ctx) => {
    updateGauges();
    ctx.type = metrics.registry.contentType;
    ctx.body = await metrics.registry.metrics();
  });
  return router;
}
