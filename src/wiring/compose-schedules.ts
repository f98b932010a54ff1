import type { Config } from '../config/config.ts';
import type { ScheduleSpec } from '../config/parse-schedule.ts';
import { type Schedule, runOnSchedule } from '../scheduler/run-on-schedule.ts';
import { findSetting, recordSetting } from '../store/settings-table.ts';
import type { Engine } from './compose-engine.ts';
import type { Surroundings } from './surroundings.ts';

/** Installations that were started together should not ask their servers together. */
const JITTER_MS = 60_000;
const LAST_SWEEP = 'last-scheduled-sweep';

/** The recurring work of the service. */
export interface Schedules {
  start(): void;
  nextSweepAt(): number | undefined;
  /** Resolves once nothing recurs any more; it ends with the engine's signal. */
  ended(): Promise<unknown>;
}

/** Passes over Stash and sweeps. The first pass after a start is the catalog's own. */
export function composeSchedules(config: Config, engine: Engine, { clock }: Surroundings): Schedules {
  const { catalog, stores, gaps, plex, signal } = engine;
  const startedAt = clock.now();
  const passes = () => stores.catalog.getCompletedPasses();
  const recur = (
    spec: ScheduleSpec,
    lastStartedAt: () => number | undefined,
    run: () => Promise<unknown>,
  ): Schedule =>
    runOnSchedule(
      {
        spec,
        jitterMs: JITTER_MS,
        lastStartedAt,
        run: async () => {
          await run();
        },
      },
      clock,
      signal,
    );
  const sweep = async (): Promise<void> => {
    recordSetting(stores.database, LAST_SWEEP, String(clock.now()));
    await plex.refreshRoots(signal);
    gaps.startSweep('SCHEDULE');
    await gaps.sweepEnded();
  };
  let running: Schedule[] = [];
  return {
    start: () => {
      running = [
        // A catalog that was never filled is being filled already.
        recur(
          config.catalog.full,
          () => passes().full?.startedAt ?? startedAt,
          () => catalog.refresh('FULL'),
        ),
        recur(
          config.catalog.diff,
          () => passes().diffCompletedAt ?? passes().full?.completedAt ?? startedAt,
          () => catalog.refresh('DIFF'),
        ),
        ...(plex.library ? [recur(config.gapSchedule, () => findLastSweep(engine), sweep)] : []),
      ];
    },
    nextSweepAt: () => (plex.library ? running[2]?.nextRunAt() : undefined),
    ended: () => Promise.all(running.map(({ ended }) => ended)),
  };
}

function findLastSweep({ stores }: Engine): number | undefined {
  const text = findSetting(stores.database, LAST_SWEEP);
  return text === undefined ? undefined : Number(text);
}
