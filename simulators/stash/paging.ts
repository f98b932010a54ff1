import { compareNaturally } from './compare-naturally.ts';

/** Stash's FindFilterType, as far as it pages and sorts. */
export interface FindFilter {
  readonly q?: string | null;
  readonly page?: number | null;
  readonly per_page?: number | null;
  readonly sort?: string | null;
  readonly direction?: 'ASC' | 'DESC' | null;
}

/** The rows from `from` up to, not including, `to`: 25 a page unless told otherwise, all for a negative size. */
export function pageBounds({ page, per_page: size }: FindFilter): {
  readonly from: number;
  readonly to: number;
} {
  const perPage = size ?? 25;
  if (perPage < 0) return { from: 0, to: Infinity };
  const from = (Math.max(1, page ?? 1) - 1) * perPage;
  return { from, to: from + perPage };
}

export function pageOf<Row>(rows: readonly Row[], filter: FindFilter): Row[] {
  const { from, to } = pageBounds(filter);
  return rows.slice(from, to);
}

/**
 * Sorts a copy: by the key in the wanted direction, ties always ascending by `tieBreak`, and what is still equal by
 * descending id, which no query asks for but real servers show.
 */
export function sorted<Row extends { readonly id: number }>(
  rows: readonly Row[],
  direction: FindFilter['direction'],
  key: (row: Row) => string | number,
  tieBreak: (row: Row) => string,
): Row[] {
  const sign = direction === 'DESC' ? -1 : 1;
  return [...rows].sort((a, b) => {
    return sign * compare(key(a), key(b)) || compareNaturally(tieBreak(a), tieBreak(b)) || b.id - a.id;
  });
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
