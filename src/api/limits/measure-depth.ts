import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import { listFragments } from './list-fragments.ts';

/**
 * How many fields lie within each other in the deepest operation. `ofType` does not count: introspection asks for it
 * nine times in a row, and a type is wrapped only so often. Each fragment is measured once, so that fragments which
 * spread each other many times cost nothing; one that spreads itself is left to GraphQL's own rule.
 */
export function measureDepth(document: DocumentNode): number {
  const fragments = listFragments(document);
  const known = new Map<string, number>();

  function measure(set: SelectionSetNode | undefined): number {
    const depths = set?.selections.map((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return measureFragment(node.name.value);
      const below = measure(node.selectionSet);
      return node.kind === Kind.FIELD && node.name.value !== 'ofType' ? below + 1 : below;
    });
    return Math.max(0, ...(depths ?? []));
  }

  function measureFragment(name: string): number {
    const depth = known.get(name);
    if (depth !== undefined) return depth;
    known.set(name, 0);
    const measured = measure(fragments.get(name)?.selectionSet);
    known.set(name, measured);
    return measured;
  }

  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return Math.max(0, ...operations.map((node) => measure(node.selectionSet)));
}
