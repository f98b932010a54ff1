import type Router from '@koa/router';
import type { Secret } from '../lib/secret.ts';
import type { Logger } from '../observe/logger.ts';
import { type AddressOf, rightsOf } from './admin-access.ts';
import type { ApiDependencies } from './api-dependencies.ts';
import { createGraphqlRoute } from './graphql-route.ts';
import { createGapsRoute } from './reports/gaps-route.ts';

export interface ApiRouteOptions {
  readonly token: Secret | undefined;
  readonly addressOf: AddressOf;
  readonly logger: Logger;
}

/** A person waits for the answer, and Stash is given up on well before this. */
const REQUEST_BUDGET_MS = 30_000;

/** Adds `/graphql` and `GET /gaps`. */
export function addApiRoutes(router: Router, api: ApiDependencies, options: ApiRouteOptions): void {
  const graphqlRoute = createGraphqlRoute({
    loadGraphql: once(async () => (await import('./create-graphql.ts')).createGraphql(api, options.logger)),
    rightsOf: (ctx) => rightsOf(ctx, options.token, options.addressOf),
    needsToken: options.token !== undefined,
    requestBudgetMs: REQUEST_BUDGET_MS,
    stopping: api.stopping,
  });
  router.all('/graphql', graphqlRoute);
  router.get('/gaps', createGapsRoute(api.gaps));
}

/** What the first call makes is everybody's; a failure is tried again. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
