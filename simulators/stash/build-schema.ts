import { readFileSync } from 'node:fs';
import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  buildSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { groupFields, performerFields, studioFields, tagFields } from './entity-fields.ts';
import { entityQueries } from './query-entities.ts';
import { fileQueries } from './query-files.ts';
import { sceneQueries } from './query-scenes.ts';
import { serverQueries } from './query-server.ts';
import { fileFields, membershipFields, sceneFields, stashIdFields } from './scene-fields.ts';
import type { Fields, StashContext } from './stash-context.ts';
import type { StashVersion } from './stash-version.ts';

const SCHEMAS = new URL('../../schema/stash/', import.meta.url);

/** Sources differ from type to type; GraphQL hands each resolver what the parent's resolver returned. */
const RESOLVERS: Readonly<Record<string, Fields<never>>> = {
  Query: { ...guarded({ ...sceneQueries, ...fileQueries, ...entityQueries }), ...serverQueries },
  Scene: sceneFields,
  VideoFile: fileFields,
  SceneGroup: membershipFields,
  StashID: stashIdFields,
  Performer: performerFields,
  Studio: studioFields,
  Tag: tagFields,
  Group: groupFields,
};

/** The committed schema snapshot of a version, as SDL. */
export function readSchemaSdl(version: StashVersion): string {
  return readFileSync(new URL(`${version}.graphql`, SCHEMAS), 'utf8');
}

/** Joins any SDL of Stash, whole or pruned, with the resolvers; what the SDL does not have is left out. */
export function buildStashSchema(sdl: string): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = () => 'VideoFile';
    if (!isObjectType(type)) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const resolve = RESOLVERS[type.name]?.[name];
      if (resolve)
        field.resolve = resolve as GraphQLFieldResolver<unknown, StashContext, Record<string, unknown>>;
    }
  }
  return schema;
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
