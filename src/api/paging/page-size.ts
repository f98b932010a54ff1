import { badInput } from '../api-error.ts';
import { MOST_ENTRIES } from './most-entries.ts';

/**
 * How many entries a page is to have.
 *
 * @throws GraphQLError `BAD_USER_INPUT` outside 1 to 200.
 */
export function toPageSize(first: number | null | undefined, fallback: number): number {
  const size = first ?? fallback;
  if (size >= 1 && size <= MOST_ENTRIES) return size;
  throw badInput(`expected first to be 1 to ${MOST_ENTRIES}, but got: ${size}`);
}
