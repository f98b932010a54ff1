import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import type { ApiContext } from '../api-context.ts';
import { resolvers } from '../resolvers/resolvers.ts';
import { loadApiSdl } from './load-api-sdl.ts';
import { useReadMembers } from './read-member.ts';

/** The schema that is served. */
export function createApiSchema(): GraphQLSchema {
  const schema = makeExecutableSchema<ApiContext>({ typeDefs: loadApiSdl(), resolvers });
  useReadMembers(schema, 'Scene');
  return schema;
}
