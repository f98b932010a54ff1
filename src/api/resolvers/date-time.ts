import { GraphQLScalarType, Kind } from 'graphql';
import { badInput } from '../api-error.ts';
import { INSTANT_FORM, parseInstant } from '../parse-instant.ts';

/** Instants: milliseconds since the epoch inside, RFC 3339 text in UTC outside. */
export const dateTime = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  description: 'An instant: RFC 3339 text in UTC.',
  serialize: (value) => new Date(value as number).toISOString(),
  parseValue: toInstant,
  parseLiteral: (node) => toInstant(node.kind === Kind.STRING ? node.value : undefined),
});

function toInstant(value: unknown): number {
  const at = typeof value === 'string' ? parseInstant(value) : undefined;
  if (at === undefined) throw badInput(`expected ${INSTANT_FORM}, but got something else`);
  return at;
}
