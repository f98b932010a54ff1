import type { Criterion } from './criteria.ts';
import type { FilterInput } from './file-filter.ts';

/** SQLite's expression depth as Stash builds it: 30 nested path terms, two fewer when sums are asked for as well. */
const LIMIT = 30;
const LIMIT_WITH_SUMS = 28;

/**
 * Refuses a chain of nested OR with too many path terms as Stash does: the message holds the SQL and every path, which
 * is why messages of Stash must not be logged or passed on.
 */
export function refuseLongPathChain(filter: FilterInput, withSums: boolean): void {
  const paths = chainedPaths(filter);
  if (paths.length <= (withSums ? LIMIT_WITH_SUMS : LIMIT)) return;
  const terms = paths.map(() => "folders.path || '/' || files.basename LIKE ?").join(' OR ');
  const sql = `SELECT DISTINCT scenes.id FROM scenes WHERE ${terms}`;
  throw new Error(`error finding IDs: running query: ${sql} [[${paths.join(' ')}]]: parser stack overflow`);
}

function chainedPaths(filter: FilterInput): string[] {
  const own = filter['path'] as Criterion<string> | null | undefined;
  const next = filter['OR'] as FilterInput | null | undefined;
  return [...(own ? [own.value] : []), ...(next ? chainedPaths(next) : [])];
}
