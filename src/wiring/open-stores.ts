import type { Config } from '../config/config.ts';
import { createCatalogIndex } from '../store/create-catalog-index.ts';
import { createCatalogStore } from '../store/create-catalog-store.ts';
import { createPictureStore } from '../store/create-picture-store.ts';
import { createRecentMatchStore } from '../store/create-recent-match-store.ts';
import { createRuleHits } from '../store/create-rule-hits.ts';
import { createSecretStore } from '../store/create-secret-store.ts';
import { createServedLedger } from '../store/create-served-ledger.ts';
import type { Replacement } from '../store/begin-anew.ts';
import { openDatabase } from '../store/open-database.ts';
import type { Surroundings } from './surroundings.ts';

export type Stores = ReturnType<typeof openStores>;

const MEGABYTE = 1024 * 1024;

/**
 * Opens the database in DATA_DIR and everything that is kept in it.
 *
 * @throws the errors of `openDatabase`.
 */
export function openStores({ dataDir, artwork }: Config, { clock, logger }: Surroundings) {
  const onReplaced = (replacement: Replacement): void =>
    logger.error(replacement, 'the database was damaged: it was set aside and a new one was begun');
  const opened = openDatabase({ folder: dataDir, clock, onReplaced });
  if (opened.setAside) onReplaced(opened.setAside);
  const { database } = opened;
  const onFailure = (error: unknown): void =>
    logger.error({ err: error }, 'the database could not be written');
  const batched = {
    ledger: createServedLedger(database, { clock, onFailure }),
    ruleHits: createRuleHits(database, { clock, onFailure }),
    pictures: createPictureStore(database, { clock, mostBytes: artwork.cacheMb * MEGABYTE, onFailure }),
  };
  return {
    database,
    catalog: createCatalogStore(database),
    index: createCatalogIndex(database),
    secrets: createSecretStore(database),
    recentMatches: createRecentMatchStore(database),
    ...batched,
    onFailure,
    damaged: opened.damaged,
    close: () => {
      for (const store of Object.values(batched)) store.close();
      opened.close();
    },
  };
}
