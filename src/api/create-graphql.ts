import { type YogaServerInstance, createYoga } from 'graphql-yoga';
import type { Logger } from '../observe/logger.ts';
import type { ApiContext, RequestContext } from './api-context.ts';
import type { ApiDependencies } from './api-dependencies.ts';
import { useQueryLimits } from './limits/use-query-limits.ts';
import { SceneLoader } from './scenes/scene-loader.ts';
import { createApiSchema } from './schema/create-api-schema.ts';
import { useChangeRights } from './use-change-rights.ts';

/** More than the longest query within the other limits. */
const MOST_BODY_BYTES = 256 * 1024;

export type Graphql = YogaServerInstance<RequestContext, ApiContext>;

/**
 * The GraphQL server. Everything it offers by itself that a browser of another site or a curious caller could use is
 * off: CORS, batches, uploads, its own pages, and the texts of unexpected errors, which go to the log alone.
 */
export function createGraphql(api: ApiDependencies, logger: Logger): Graphql {
  return createYoga<RequestContext, ApiContext>({
    schema: createApiSchema(),
    context: ({ signal }) => ({ api, scenes: new SceneLoader(api.readScenes, signal) }) as ApiContext,
    plugins: [useQueryLimits(), useChangeRights()],
    maxRequestBodySize: MOST_BODY_BYTES,
    maskedErrors: { isDev: false },
    parserAndValidationCache: false,
    cors: false,
    batching: false,
    multipart: false,
    graphiql: false,
    landingPage: false,
    logging: {
      debug: () => undefined,
      info: () => undefined,
      warn: (...details: unknown[]) => logger.warn({ details }, 'GraphQL'),
      error: (error: unknown) => logger.error({ err: error }, 'a GraphQL request failed'),
    },
  });
}
