import type { Clock } from '../lib/clock.ts';
import type { ServedLedger } from '../metadata/served-ledger.ts';
import type { SceneId } from '../model/ids.ts';
import type { UnknownCause } from '../model/unknown-cause.ts';
import type { PathMapper } from '../paths/path-mapper.ts';
import type { GapStore } from './gap-store.ts';
import type { PlexLibrary, PlexSection } from './plex-library.ts';
import type { SpreadSample } from './spread-sample.ts';
import type { SweepStaging } from './sweep-staging.ts';
import type { SectionCount, SweepStore } from './sweep-store.ts';
import type { IncompleteCause, SweepCounts, SweepPhase } from './sweep.ts';

/**
 * Brings the catalog up to date with Stash; `COMPLETE` once every scene and every deletion up to now is in it, else why
 * not. Rejects with the signal's reason when that aborts.
 */
export type RefreshCatalog = (signal: AbortSignal) => Promise<'COMPLETE' | UnknownCause>;

/** What a sweep works with. */
export interface SweepTools {
  /** Absent while no PMS is configured. */
  readonly plex?: PlexLibrary | undefined;
  readonly refreshCatalog: RefreshCatalog;
  readonly paths: PathMapper;
  /** The scene that a guid of this provider names. */
  readonly parseGuid: (guid: string) => SceneId | undefined;
  readonly ledger: Pick<ServedLedger, 'find'>;
  readonly gaps: GapStore;
  readonly sweeps: SweepStore;
  readonly staging: SweepStaging;
  readonly clock: Clock;
}

/** A Plex library with what reading it came to. */
export interface ReadSection {
  readonly section: PlexSection;
  items: number;
  /** Items to try, for each folder that holds any. */
  readonly samples: ReadonlyMap<string, SpreadSample>;
}

/** One sweep on its way through the phases. */
export interface SweepContext {
  readonly tools: SweepTools;
  readonly plex: PlexLibrary;
  readonly signal: AbortSignal;
  readonly startedAt: number;
  /** Filled by the phases, in their order. */
  sections: readonly ReadSection[];
  counts: SweepCounts;
  sectionCounts: readonly SectionCount[];
  /** Tells that the counts moved. */
  readonly onProgress: () => void;
}

/** One step of a sweep: ends it as incomplete when it answers a cause. */
export interface SweepStep {
  readonly phase: SweepPhase;
  readonly run: (context: SweepContext) => Promise<IncompleteCause | undefined> | IncompleteCause | undefined;
}

export function addCounts(context: SweepContext, counts: Partial<SweepCounts>): void {
  context.counts = { ...context.counts, ...counts };
  context.onProgress();
}
