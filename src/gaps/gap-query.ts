import type { Gap, GapKind, GapReason } from './gap.ts';

export const GAP_STATES = ['OPEN', 'SUPPRESSED', 'CLOSED'] as const;
export type GapState = (typeof GAP_STATES)[number];

/** Which gaps; every member that is given must hold, and an empty list lets nothing through. */
export interface GapFilter {
  readonly kinds?: readonly GapKind[];
  /** Only open ones when left out. */
  readonly states?: readonly GapState[];
  readonly reasons?: readonly GapReason[];
  /** Part of the Plex or the Stash path, in any case; nothing in it is a wildcard. */
  readonly pathContains?: string;
  /** Name of the scene's studio, in any case, as it was when the gap was last seen. */
  readonly studio?: string;
  /** Milliseconds since the epoch, inclusive. */
  readonly firstSeenSince?: number;
}

export const GAP_ORDER_FIELDS = ['FIRST_SEEN', 'LAST_SEEN', 'PATH'] as const;

export interface GapOrder {
  readonly field: (typeof GAP_ORDER_FIELDS)[number];
  readonly direction: 'ASC' | 'DESC';
}

/** Last seen first. */
export const DEFAULT_GAP_ORDER: GapOrder = { field: 'LAST_SEEN', direction: 'DESC' };

/** A place in an ordered list: the gap there and the value it is ordered by. */
export interface GapPlace {
  readonly id: string;
  readonly value: string | number;
}

export interface PlacedGap {
  readonly gap: Gap;
  readonly place: GapPlace;
}

export interface GapRequest {
  readonly filter: GapFilter;
  readonly order: GapOrder;
  readonly limit: number;
  /** The page starts after this. */
  readonly after?: GapPlace;
}

/** How many gaps a filter lets through; kinds, reasons and states without any are absent. */
export interface GapCounts {
  readonly total: number;
  readonly byKind: ReadonlyMap<GapKind, number>;
  readonly byReason: ReadonlyMap<GapReason, number>;
  readonly byState: ReadonlyMap<GapState, number>;
}

/** One number for each kind and state there is, for gauges. */
export interface GapGauge {
  readonly kind: GapKind;
  readonly state: GapState;
  readonly count: number;
}
