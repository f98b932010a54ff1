import type { Sweep } from './sweep.ts';

/** How many items a Plex library had. */
export interface SectionCount {
  readonly key: string;
  readonly title: string;
  /** In the last complete sweep. */
  readonly items: number;
  /** In a later listing that had lost suspiciously many, and waits to be seen once more. */
  readonly heldItems?: number;
}

/** The history of sweeps. Every call is local and immediate, and survives `kill -9` from the moment it returns. */
export interface SweepStore {
  /** A new sweep, `RUNNING`. */
  startSweep(trigger: Sweep['trigger'], startedAt: number): Sweep;
  /** Replaces what is stored of it. */
  updateSweep(sweep: Sweep): void;
  /** Newest first; those before the given id, if any. */
  listSweeps(limit: number, beforeId?: string): readonly Sweep[];
  countSweeps(): number;
  /** Sweeps stored as running: after a start these are the ones that a kill cut short. */
  listRunning(): readonly Sweep[];
  pruneSweeps(startedBefore: number): void;
  listSectionCounts(): readonly SectionCount[];
  /** Replaces all of them. */
  recordSectionCounts(counts: readonly SectionCount[]): void;
}
