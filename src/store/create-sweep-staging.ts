import type { RowRange, SweepStaging } from '../gaps/sweep-staging.ts';
import type { Database } from './database.ts';
import { getLastFile, stageFiles } from './sweep-files-table.ts';
import {
  listContested,
  listLeads,
  matchFiles,
  noteScenes,
  orderFiles,
  settleFile,
} from './sweep-found-table.ts';
import * as findings from './sweep-gaps-table.ts';
import * as judgements from './sweep-judgements.ts';
import { clearStaging } from './sweep-tables.ts';

/** The tables a sweep works in, beside the catalog's own. `served` says which fields Plex is told at all. */
export function createSweepStaging(database: Database, served: judgements.ServedFields): SweepStaging {
  return {
    transaction: (work) => database.transaction(work),
    clear: () => clearStaging(database),
    stageFiles: (files) => stageFiles(database, files),
    getLastFile: () => getLastFile(database),
    listLeads: (range) => listLeads(database, range),
    orderFiles: (range) => orderFiles(database, range),
    matchFiles: (range, leads) => matchFiles(database, range, leads),
    listContested: (range) => listContested(database, range),
    settleFile: (n, scenes, owner) => settleFile(database, n, scenes, owner),
    noteScenes: (range) => noteScenes(database, range),
    ...toJudgements(database, served),
    ...toFindings(database),
  };
}

function toJudgements(database: Database, served: judgements.ServedFields) {
  return {
    listOddFiles: judgements.listOddFiles.bind(undefined, database),
    listEmptyFiles: (range: RowRange) => judgements.listEmptyFiles(database, range, served),
    findScenePage: judgements.findScenePage.bind(undefined, database),
    listServedBefore: judgements.listServedBefore.bind(undefined, database),
    listAbsentScenes: judgements.listAbsentScenes.bind(undefined, database),
    countFiles: judgements.countFiles.bind(undefined, database),
  };
}

function toFindings(database: Database) {
  return {
    recordFound: findings.recordFound.bind(undefined, database),
    isFound: findings.isFound.bind(undefined, database),
    listNamedGaps: () => findings.listNamedGaps(database),
    findFoundByName: findings.findFoundByName.bind(undefined, database),
    adoptGap: findings.adoptGap.bind(undefined, database),
    listSuppressedFound: () => findings.listSuppressedFound(database),
    applyFound: findings.applyFound.bind(undefined, database),
    closeUnfound: findings.closeUnfound.bind(undefined, database),
  };
}
