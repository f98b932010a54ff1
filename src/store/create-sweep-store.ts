import type { SweepStore } from '../gaps/sweep-store.ts';
import type { Database } from './database.ts';
import { listSectionCounts, recordSectionCounts } from './sweep-sections-table.ts';
import * as sweeps from './sweeps-table.ts';

/** The history of sweeps as `src/gaps` sees it. */
export function createSweepStore(database: Database): SweepStore {
  return {
    startSweep: (trigger, startedAt) => sweeps.insertSweep(database, trigger, startedAt),
    updateSweep: (sweep) => sweeps.updateSweep(database, sweep),
    listSweeps: (limit, beforeId) => sweeps.listSweeps(database, limit, beforeId),
    countSweeps: () => sweeps.countSweeps(database),
    listRunning: () => sweeps.listRunningSweeps(database),
    pruneSweeps: (startedBefore) => sweeps.pruneSweeps(database, startedBefore),
    listSectionCounts: () => listSectionCounts(database),
    recordSectionCounts: (counts) => recordSectionCounts(database, counts),
  };
}
