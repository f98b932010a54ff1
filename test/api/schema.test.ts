import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_QUERIES } from '../../src/api/graphiql/example-queries.ts';
import { findExcess } from '../../src/api/limits/find-excess.ts';
import { createApiSchema } from '../../src/api/schema/create-api-schema.ts';

/** Scalars of GraphQL and of Stash. */
const FOREIGN = ['ID', 'Int', 'Float', 'String', 'Boolean', 'Time', 'Int64'];

const schema = createApiSchema();
const scene = [
  'Scene',
  'VideoFile',
  'Fingerprint',
  'Studio',
  'Performer',
  'Tag',
  'SceneGroup',
  'Group',
  'StashID',
];
const own = Object.values(schema.getTypeMap()).filter(
  ({ name }) => !name.startsWith('__') && ![...scene, ...FOREIGN].includes(name),
);

describe('the schema of the API', () => {
  it.each(own.map((type) => [type.name, type] as const))(
    'describes %s and each of its members',
    (_name, type) => {
      expect(listUndescribed(type)).toEqual([]);
    },
  );

  it("takes Stash's scene as it was introspected, with the members that are read and no others", () => {
    const type = schema.getType('Scene');
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
    expect(fields).toEqual(
      expect.arrayContaining(['title', 'files', 'performers', 'stash_ids', 'updated_at']),
    );
    const studio = schema.getType('Studio');
    expect(isObjectType(studio) && Object.keys(studio.getFields())).toEqual(['id', 'name', 'parent_studio']);
    expect(schema.getType('BaseFile')).toBeUndefined();
  });

  it("offers none of Stash's own queries", () => {
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).not.toContain('findScene');
  });

  it.each(EXAMPLE_QUERIES.map((query) => [/query (\w+)/.exec(query)?.[1], query] as const))(
    'answers the example query %s within the limits',
    (_name, query) => {
      const document = parse(query);
      expect(validate(schema, document, specifiedRules)).toEqual([]);
      expect(findExcess(schema, document)).toBeUndefined();
    },
  );
});

function listUndescribed(type: GraphQLNamedType): string[] {
  return [type, ...listMembers(type)].filter(({ description }) => !description).map(({ name }) => name);
}

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

function listMembers(type: GraphQLNamedType): readonly Described[] {
  if (isEnumType(type)) return type.getValues();
  if (isInputObjectType(type)) return Object.values(type.getFields());
  return isObjectType(type) ? Object.values(type.getFields()).flatMap((field) => [field, ...field.args]) : [];
}
