import type { DocumentNode, GraphQLSchema } from 'graphql';
import { countAliases } from './count-aliases.ts';
import { measureCost } from './measure-cost.ts';
import { measureDepth } from './measure-depth.ts';

/** Words and signs of a document; enough for every query that GraphiQL itself makes. */
export const MOST_TOKENS = 5_000;
const MOST_ALIASES = 50;
const MOST_DEPTH = 12;
/** A page of 200 gaps with everything of their scenes is about half of it. */
const MOST_COST = 100_000;

/** In which way a query asks for too much, in one sentence; `undefined` when it does not. */
export function findExcess(schema: GraphQLSchema, document: DocumentNode): string | undefined {
  const aliases = countAliases(document);
  if (aliases > MOST_ALIASES) return `expected at most ${MOST_ALIASES} aliases, but got: ${aliases}`;
  const depth = measureDepth(document);
  if (depth > MOST_DEPTH) return `expected a depth of at most ${MOST_DEPTH}, but got: ${depth}`;
  const cost = measureCost(schema, document);
  if (cost <= MOST_COST) return undefined;
  return `expected a query of at most about ${MOST_COST} values, but got: ${cost}; ask for smaller pages or fewer fields`;
}
