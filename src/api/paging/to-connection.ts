import type { Page } from '../../gaps/gaps.ts';

/** The part that all connections share. */
export interface Connection<Node> {
  readonly edges: { readonly node: Node; readonly cursor: string }[];
  readonly nodes: Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor?: string | undefined;
    readonly endCursor?: string | undefined;
  };
}

/** A page as Relay's connections have it. A page that starts after a cursor has the entry of that cursor before it. */
export function toConnection<Node>(
  { entries, hasNextPage }: Page<Node>,
  after: string | null | undefined,
): Connection<Node> {
  return {
    edges: [...entries],
    nodes: entries.map(({ node }) => node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: typeof after === 'string',
      startCursor: entries[0]?.cursor,
      endCursor: entries.at(-1)?.cursor,
    },
  };
}
