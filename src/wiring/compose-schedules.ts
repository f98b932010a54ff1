import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogConfig } from '../config/config.ts';
import { type Schedule, runOnSchedule } from '../scheduler/run-on-schedule.ts';
import type { Stores } from './open-stores.ts';
import type { Surroundings } from './surroundings.ts';

/** Installations that were started together should not ask their Stash together. */
const JITTER_MS = 60_000;

/** The recurring passes over Stash. The first pass after a start is the catalog's own. */
export function composeSchedules(
  config: CatalogConfig,
  { catalog, stores }: { readonly catalog: Catalog; readonly stores: Stores },
  { clock }: Surroundings,
  signal: AbortSignal,
): readonly Schedule[] {
  const startedAt = clock.now();
  const passes = () => stores.catalog.getCompletedPasses();
  const recur = (kind: 'FULL' | 'DIFF', lastStartedAt: () => number | undefined): Schedule =>
    runOnSchedule(
      {
        spec: kind === 'FULL' ? config.full : config.diff,
        jitterMs: JITTER_MS,
        // A catalog that was never filled is being filled already.
        lastStartedAt: () => lastStartedAt() ?? startedAt,
        run: async () => {
          await catalog.refresh(kind);
        },
      },
      clock,
      signal,
    );
  return [
    recur('FULL', () => passes().full?.startedAt),
    recur('DIFF', () => passes().diffCompletedAt ?? passes().full?.completedAt),
  ];
}
