import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import { apiError } from '../api-error.ts';

/**
 * Makes the members of Stash's types honest: one that was not read is an error, not an empty value. A studio's
 * parents, for one, are read two studios up, while the schema lets callers ask for any number.
 */
export function useReadMembers(schema: GraphQLSchema, from: string): void {
  const root = schema.getType(from);
  for (const type of isObjectType(root) ? listReached(root) : []) {
    for (const field of Object.values(type.getFields())) field.resolve = readMember;
  }
}

const readMember: GraphQLFieldResolver<Readonly<Record<string, unknown>>, unknown> = (
  source,
  _args,
  _context,
  { fieldName, parentType },
) => {
  const value = source[fieldName];
  if (value !== undefined) return value;
  throw apiError('NOT_READ', `${parentType.name}.${fieldName} was not read this deep: ask for fewer levels.`);
};

function listReached(root: GraphQLObjectType): Set<GraphQLObjectType> {
  const reached = new Set([root]);
  for (const type of reached) {
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      if (isObjectType(named)) reached.add(named);
    }
  }
  return reached;
}
