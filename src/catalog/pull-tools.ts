import type { Clock } from '../lib/clock.ts';
import type { CatalogStore, PullKind, RunningPass } from './catalog-store.ts';
import type { SceneSource } from './scene-source.ts';

/** What a pass works with. */
export interface PullTools {
  readonly source: SceneSource;
  readonly store: CatalogStore;
  readonly clock: Clock;
  /** Told after every page. */
  readonly onProgress: (pass: RunningPass) => void;
}

/** What a completed pass came to. */
export interface PullSummary {
  readonly kind: PullKind;
  readonly scenes: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Scenes that were not seen and kept all the same, until a second completed pass agrees. */
  readonly held: number;
  readonly tookMs: number;
}

/** Counts of what one process did for a pass; a pass that was cut short counts anew from where it goes on. */
export interface PullCounts {
  added: number;
  changed: number;
}
