import { loadConfig } from '../../src/config/load-config.ts';
import type { CatalogStore } from '../../src/catalog/catalog-store.ts';
import { CHECKS } from '../../src/doctor/check-list.ts';
import type { DoctorContext, DoctorSurroundings } from '../../src/doctor/doctor-context.ts';
import { type CheckResult, runChecks } from '../../src/doctor/run-checks.ts';
import type { Scene } from '../../src/model/scene.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import type { Problem } from '../../src/observe/problem.ts';
import { createCatalogStore } from '../../src/store/create-catalog-store.ts';
import type { Database } from '../../src/store/database.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { toCommandContext } from '../../src/wiring/compose-command-doctor.ts';
import { HastyClock } from './pms-world.ts';
import { makeTempFolder } from './temp-folder.ts';

type Env = Readonly<Record<string, string>>;

export interface DoctorSituation {
  readonly isServiceRunning?: boolean;
  readonly surroundings?: Partial<DoctorSurroundings>;
  readonly context?: Partial<DoctorContext>;
  readonly signal?: AbortSignal;
}

const GIGABYTE = 1024 ** 3;

/** The context of a command with these settings, on a machine with room and without neighbours. */
export function makeDoctorContext(env: Env, situation: DoctorSituation = {}): DoctorContext {
  const loaded = loadConfig({ DATA_DIR: makeTempFolder(), ...env }, false, false);
  const config = loaded.ok ? loaded.config : loaded.usable;
  const logger = createLogger({ ...config.log, level: 'silent' });
  const around = { clock: new HastyClock(), logger, metrics: createMetrics() };
  const given = {
    config,
    settingProblems: loaded.ok ? [] : loaded.problems,
    isServiceRunning: async () => situation.isServiceRunning ?? false,
    surroundings: {
      readFreeBytes: async () => 100 * GIGABYTE,
      stashCandidates: [],
      ...situation.surroundings,
    },
  };
  return { ...toCommandContext(given, around), ...situation.context };
}

/** What every check makes of these settings. */
export async function examine(env: Env, situation: DoctorSituation = {}): Promise<readonly CheckResult[]> {
  const signal = situation.signal ?? new AbortController().signal;
  return runChecks(CHECKS, makeDoctorContext(env, situation), signal);
}

/** What all checks found. */
export async function findProblems(env: Env, situation: DoctorSituation = {}): Promise<readonly Problem[]> {
  return (await examine(env, situation)).flatMap(({ problems }) => problems);
}

/** A data folder that a service left behind, changed as the test needs it. */
export function makeDataFolder(change: (database: Database, store: CatalogStore) => void): string {
  const folder = makeTempFolder();
  const { database, close } = openDatabase({ folder });
  change(database, createCatalogStore(database));
  close();
  return folder;
}

/** The time at which `HastyClock` begins. */
export const BEGAN_AT = Date.parse('2026-01-01T00:00:00Z');

/** Makes the catalog complete with these scenes. */
export function fillCatalog(store: CatalogStore, scenes: readonly Scene[], completedAt = BEGAN_AT): void {
  store.startPass({ kind: 'FULL', startedAt: completedAt, total: scenes.length });
  for (const scene of scenes) store.recordScene(scene);
  store.completePass(completedAt);
}
