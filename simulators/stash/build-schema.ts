import { readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { groupFields, performerFields, studioFields, tagFields } from './entity-fields.ts';
import { entityQueries } from './query-entities.ts';
import { fileQueries } from './query-files.ts';
import { sceneQueries } from './query-scenes.ts';
import { serverQueries } from './query-server.ts';
import { fileFields, membershipFields, sceneFields, stashIdFields } from './scene-fields.ts';
import type { Fields } from './stash-context.ts';
import type { StashVersion } from './stash-version.ts';

const SCHEMAS = new URL('../../schema/stash/', import.meta.url);

const resolvers = {
  Query: { ...guarded({ ...sceneQueries, ...fileQueries, ...entityQueries }), ...serverQueries },
  Scene: sceneFields,
  VideoFile: fileFields,
  SceneGroup: membershipFields,
  StashID: stashIdFields,
  Performer: performerFields,
  Studio: studioFields,
  Tag: tagFields,
  Group: groupFields,
  BaseFile: { __resolveType: () => 'VideoFile' },
};

/** The committed schema snapshot of a version, as SDL. */
export function readSchemaSdl(version: StashVersion): string {
  return readFileSync(new URL(`${version}.graphql`, SCHEMAS), 'utf8');
}

/** Joins any SDL of Stash, whole or pruned, with the resolvers; what the SDL does not have is left out. */
export function buildStashSchema(sdl: string): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: sdl,
    resolvers,
    resolverValidationOptions: { requireResolversToMatchSchema: 'ignore', requireResolversForResolveType: 'ignore' },
  });
}

/** Without a database every query about its contents fails with the same message. */
function guarded(queries: Fields<unknown>): Fields<unknown> {
  const entries = Object.entries(queries).map(([name, resolve]): [string, Fields<unknown>[string]] => [
    name,
    (root, args, context, info) => {
      if (context.state === 'OK') return resolve(root, args, context, info);
      const message = 'runtime error: invalid memory address or nil pointer dereference';
      throw new Error(`Internal system error. Error <${message}>`);
    },
  ]);
  return Object.fromEntries(entries);
}
