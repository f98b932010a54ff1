import type { Database } from './database.ts';
import { findSetting, recordSetting } from './settings-table.ts';

const NAME = 'provider-id';

/** The provider identifier under which the ledger was begun; `undefined` before the first start. */
export function findLedgerOwner(database: Database): string | undefined {
  return findSetting(database, NAME);
}

/** Notes whose ledger this is. One that holds something already keeps its owner: Plex knows those items by that. */
export function ensureLedgerOwner(database: Database, providerId: string): void {
  const isBegun = database.find('SELECT 1 FROM served_scenes LIMIT 1') !== undefined;
  if (findLedgerOwner(database) === undefined || !isBegun) recordSetting(database, NAME, providerId);
}
