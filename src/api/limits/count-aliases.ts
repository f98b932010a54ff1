import { type DocumentNode, visit } from 'graphql';

/** How many fields of a document are given another name. */
export function countAliases(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    Field: ({ alias }) => {
      if (alias) count += 1;
    },
  });
  return count;
}
