import { type FieldNode, Kind } from 'graphql';
import { MOST_ENTRIES } from '../paging/most-entries.ts';

/**
 * How many entries a field asks for by its argument `first`: its default when left out, and the most there can be for
 * a variable and for sizes that are refused later.
 *
 * @param usual the default in the schema; `undefined` for a field that has no pages.
 */
export function findPageSize(node: FieldNode, usual: unknown): number {
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (given === undefined) return typeof usual === 'number' ? usual : 1;
  const size = given.kind === Kind.INT ? Number(given.value) : MOST_ENTRIES;
  return size >= 1 && size <= MOST_ENTRIES ? size : MOST_ENTRIES;
}
