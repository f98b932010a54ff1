/** Trouble on demand. Calls are counted from 1, anew each time the faults are set. */
export interface PmsFaults {
  /** Answers with an HTML error: `{ from: 1, count: 3 }` is a PMS that is starting up. */
  readonly refusals?: { readonly from: number; readonly count: number; readonly status?: number };
  /** Waits before each answer. */
  readonly delayMs?: number;
  /** Answers nothing from this call on. */
  readonly hangsFrom?: number;
  /** Answers 200 with a page of HTML instead of data from this call on. */
  readonly garbageFrom?: number;
  /** Breaks the connection without an answer from this call on. */
  readonly goneFrom?: number;
}

/** What a call meets before its route is looked at. */
export type Trouble =
  { readonly kind: 'NONE' | 'HANG' | 'GONE' } | { readonly kind: 'HTML'; readonly status: number };

/** The trouble of the n-th call. */
export function toTrouble(faults: PmsFaults, call: number): Trouble {
  const { refusals, hangsFrom, garbageFrom, goneFrom } = faults;
  if (goneFrom !== undefined && call >= goneFrom) return { kind: 'GONE' };
  if (hangsFrom !== undefined && call >= hangsFrom) return { kind: 'HANG' };
  if (refusals !== undefined && call >= refusals.from && call < refusals.from + refusals.count)
    return { kind: 'HTML', status: refusals.status ?? 503 };
  return garbageFrom !== undefined && call >= garbageFrom ? { kind: 'HTML', status: 200 } : { kind: 'NONE' };
}
