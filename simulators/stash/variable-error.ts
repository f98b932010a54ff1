import { type TypeNode, type VariableDefinitionNode, Kind } from 'graphql';
import type { PrintedError } from './graphql-answer.ts';

/** Says what is wrong with a variable in the words of Stash's GraphQL library. */
export function toVariableError(
  message: string,
  node: VariableDefinitionNode | undefined,
  variables: Readonly<Record<string, unknown>>,
): PrintedError {
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' } as const;
  if (!node) return { message, extensions };
  const name = node.variable.name.value;
  return { message: describe(variables[name], namedType(node.type)), path: ['variable', name], extensions };
}

function describe(value: unknown, type: string): string {
  if (value === undefined) return 'must be defined';
  if (value === null) return 'cannot be null';
  return `cannot use ${typeof value} as ${type}`;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
