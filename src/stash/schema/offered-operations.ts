import { type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { StashOperation } from './load-operations.ts';

/** The operations that a Stash is asked, and those it is spared because it lacks what they require. */
export interface OfferedOperations {
  readonly asked: readonly StashOperation[];
  readonly spared: readonly StashOperation[];
}

/** Splits operations by whether every one of the schemas has what they require. */
export function splitByOffer(
  schemas: readonly GraphQLSchema[],
  operations: readonly StashOperation[],
): OfferedOperations {
  const isOffered = ({ requires }: StashOperation) =>
    requires === undefined || schemas.every((schema) => hasMember(schema, requires));
  return {
    asked: operations.filter(isOffered),
    spared: operations.filter((operation) => !isOffered(operation)),
  };
}

function hasMember(schema: GraphQLSchema, coordinate: string): boolean {
  const [typeName = '', memberName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInputObjectType(type) && !isInterfaceType(type)) return false;
  return memberName in type.getFields();
}
