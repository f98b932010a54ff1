import type { SceneId } from '../model/ids.ts';
import type { Gap, GapKind } from './gap.ts';
import type { GapRecord } from './gap-life.ts';
import type { GapCounts, GapFilter, GapGauge, GapRequest, PlacedGap } from './gap-query.ts';

/** What a gap is stored with beside itself. */
export interface GapNotes {
  /** The subject is a name below an unknown library folder, not a whole path. */
  readonly byName: boolean;
  /** Milliseconds since the epoch: when its state or what is known of it last changed. */
  readonly changedAt: number;
}

/**
 * Where gaps are kept: one row for each kind and subject, for as long as it is remembered. Every call is local and
 * immediate, and survives `kill -9` from the moment it (or its transaction) returns.
 */
export interface GapStore {
  transaction<Result>(work: () => Result): Result;
  findGap(id: string): GapRecord | undefined;
  /** The gaps of these kinds about any of these subjects, in any state; one indexed look-up. */
  listGapsAbout(kinds: readonly GapKind[], subjects: readonly string[]): readonly GapRecord[];
  /** Whether any gap of these kinds is there, open or suppressed; one indexed look-up. */
  hasAny(kinds: readonly GapKind[]): boolean;
  insertGap(gap: Omit<GapRecord, 'id'>, notes: GapNotes): GapRecord;
  /** Replaces what is stored of it; without `changedAt` it was merely seen again. */
  updateGap(gap: GapRecord, notes?: { readonly changedAt?: number }): void;
  /** Suppressed gaps whose time is over at `now`. */
  listDue(now: number): readonly GapRecord[];
  listGaps(request: GapRequest): readonly PlacedGap[];
  countGaps(filter: GapFilter): GapCounts;
  listGauges(): readonly GapGauge[];
  /** Gaps that changed at this very time, newest first. */
  listChangedAt(changedAt: number, limit: number): readonly Gap[];
  /** Forgets gaps that closed before this and that nobody suppressed. */
  pruneGaps(closedBefore: number): void;
  /** Stash's `updated_at` of a scene, as the catalog has it. */
  findSceneUpdatedAt(id: SceneId): string | undefined;
}
