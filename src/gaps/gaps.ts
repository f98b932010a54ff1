import type { MatchExplanation } from '../matching/explanation.ts';
import type { Gap } from './gap.ts';
import type { GapEvents } from './gap-events.ts';
import type { GapChange, SuppressionWish } from './gap-life.ts';
import type { GapCounts, GapFilter, GapGauge, GapOrder } from './gap-query.ts';
import type { Sweep } from './sweep.ts';

export interface GapPageRequest {
  readonly filter?: GapFilter;
  /** Last seen first when left out. */
  readonly order?: GapOrder;
  readonly first: number;
  /** The cursor after which the page starts. */
  readonly after?: string;
}

export interface Page<Node> {
  readonly entries: readonly { readonly node: Node; readonly cursor: string }[];
  readonly hasNextPage: boolean;
}

/** What somebody's choice about a gap came to. */
export type GapChoice = Exclude<GapChange, { kind: 'UNCHANGED' }> | { readonly kind: 'NOT_FOUND' };

/** Everything about gaps, for whoever shows or changes them. */
export interface Gaps {
  readonly events: GapEvents;
  /** Starts a sweep in the background; while one runs, that one is returned. */
  startSweep(trigger: Sweep['trigger']): Sweep;
  /** Cancels the running sweep and resolves with how it ended; `undefined` when none runs. */
  cancelSweep(): Promise<Sweep | undefined>;
  /** The running sweep as it stands. */
  running(): Sweep | undefined;
  /** Resolves with how the running sweep ended; `undefined` when none runs. */
  sweepEnded(): Promise<Sweep | undefined>;
  /** Newest first. Throws `InvalidCursorError`. */
  listSweeps(request: { readonly first: number; readonly after?: string }): Page<Sweep>;
  countSweeps(): number;
  /** Throws `InvalidCursorError`. */
  listGaps(request: GapPageRequest): Page<Gap>;
  countGaps(filter?: GapFilter): GapCounts;
  /** Every gap that the filter lets through, oldest first; a reader that pauses holds nothing up. */
  streamGaps(filter?: GapFilter): AsyncIterable<Gap>;
  findGap(id: string): Gap | undefined;
  suppress(id: string, wish: SuppressionWish): GapChoice;
  reopen(id: string): GapChoice;
  /** Takes a finished match into account. Never throws: a scan goes on when it cannot be written. */
  recordMatch(explanation: MatchExplanation): void;
  /** Counts by kind and state, for gauges. */
  listGauges(): readonly GapGauge[];
  /** Ends the running sweep (as interrupted) and every subscription. */
  stop(): Promise<void>;
}
