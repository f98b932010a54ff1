import { toCatalogState } from '../catalog/catalog-state.ts';
import type { DataView } from '../doctor/doctor-context.ts';
import type { PathRule } from '../paths/path-rule.ts';
import type { RoundTripReport } from '../paths/round-trip-tally.ts';
import { countScenesWithoutCover, countScenesWithoutFiles } from '../store/count-lacking-scenes.ts';
import { createCatalogStore } from '../store/create-catalog-store.ts';
import type { Database } from '../store/database.ts';
import { findLedgerOwner } from '../store/ledger-owner.ts';
import { openDatabase } from '../store/open-database.ts';
import { findPlexCalls } from '../store/plex-calls.ts';
import { checkRules } from './rule-check.ts';

/** Lends the database for one reading. */
export type LendDatabase = <Result>(
  read: (database: Database) => Result | Promise<Result>,
) => Promise<Result>;

/** What the checks read from the database. */
export function readDoctorData(
  lend: LendDatabase,
  findReport: (signal: AbortSignal) => Promise<RoundTripReport | undefined>,
): DataView {
  return {
    readCatalogState: () => lend((database) => toCatalogState(createCatalogStore(database), undefined)),
    checkRules: findReport,
    countScenesWithoutFiles: () => lend(countScenesWithoutFiles),
    countScenesWithoutCover: () => lend(countScenesWithoutCover),
    findLedgerOwner: () => lend(findLedgerOwner),
    findPlexCalls: () => lend(findPlexCalls),
  };
}

/** For a command: looks into the database beside a running service. Each reading opens and closes it. */
export function readDoctorDataBeside(folder: string, rules: readonly PathRule[]): DataView {
  const lend: LendDatabase = async (read) => {
    const opened = openDatabase({ folder, readOnly: true });
    try {
      return await read(opened.database);
    } finally {
      opened.close();
    }
  };
  return readDoctorData(lend, (signal) => lend((database) => checkRules(rules, database, signal)));
}
