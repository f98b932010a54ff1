import type { ListingMode } from './listing-mode.ts';

/** The part of a section one answer shows, and what it claims about the whole. */
export interface PageWindow {
  /** Position in the section of the first item shown. */
  readonly from: number;
  readonly size: number;
  /** Position the answer claims for it. */
  readonly offset: number;
  /** `undefined`: the answer does not say. */
  readonly totalSize: number | undefined;
}

/** What was asked; `size` is absent for an unpaged request. */
export interface PageAsked {
  readonly start: number;
  readonly size: number | undefined;
}

/**
 * Cuts the window for one request.
 *
 * @param count items in the section.
 * @param vanished items that have gone from its front so far.
 */
export function toPageWindow(
  asked: PageAsked,
  mode: ListingMode,
  count: number,
  vanished: number,
): PageWindow {
  if (mode === 'IGNORES_PAGING') return { from: 0, size: count, offset: 0, totalSize: undefined };
  const left = Math.max(0, count - vanished);
  const total = mode === 'SHRINKS' && asked.start > 0 ? Math.floor(left / 2) : left;
  const readable = mode === 'ENDS_EARLY' ? Math.ceil(total / 2) : total;
  const start = Math.min(asked.start, total);
  const size = Math.max(0, Math.min(toSize(asked.size, mode), readable - start));
  const totalSize = mode === 'WITHOUT_TOTAL' ? undefined : total;
  return { from: start + vanished, size, offset: start, totalSize };
}

function toSize(asked: number | undefined, mode: ListingMode): number {
  if (asked === undefined) return Number.POSITIVE_INFINITY;
  return mode === 'OTHER_PAGE_SIZE' && asked > 0 ? Math.ceil(asked / 3) : asked;
}
