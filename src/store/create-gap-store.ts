import type { GapStore } from '../gaps/gap-store.ts';
import type { Database } from './database.ts';
import { countGaps, listGaps, listGauges } from './gap-lists.ts';
import * as gaps from './gaps-table.ts';
import { findSceneUpdatedAt } from './scenes-table.ts';

/** The gaps as `src/gaps` sees them. */
export function createGapStore(database: Database): GapStore {
  return {
    transaction: (work) => database.transaction(work),
    findGap: (id) => gaps.findGap(database, id),
    listGapsAbout: (kinds, subjects) => gaps.listGapsAbout(database, kinds, subjects),
    hasAny: (kinds) => gaps.hasAnyGap(database, kinds),
    insertGap: (gap, notes) => gaps.insertGap(database, gap, notes),
    updateGap: (gap, notes) => gaps.updateGap(database, gap, notes?.changedAt),
    listDue: (now) => gaps.listDueGaps(database, now),
    listGaps: (request) => listGaps(database, request),
    countGaps: (filter) => countGaps(database, filter),
    listGauges: () => listGauges(database),
    listChangedAt: (changedAt, limit) => gaps.listGapsChangedAt(database, changedAt, limit),
    pruneGaps: (closedBefore) => gaps.pruneGaps(database, closedBefore),
    findSceneUpdatedAt: (id) => findSceneUpdatedAt(database, id),
  };
}
