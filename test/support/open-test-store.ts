import { onTestFinished } from 'vitest';
import type { CatalogStore } from '../../src/catalog/catalog-store.ts';
import type { CatalogIndex } from '../../src/matching/catalog-index.ts';
import { createCatalogIndex } from '../../src/store/create-catalog-index.ts';
import { createCatalogStore } from '../../src/store/create-catalog-store.ts';
import type { Database } from '../../src/store/database.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { makeTempFolder } from './temp-folder.ts';

export interface TestStore {
  readonly folder: string;
  readonly database: Database;
  readonly store: CatalogStore;
  readonly index: CatalogIndex;
  readonly close: () => void;
}

/** A real database in a folder of the test's own, or in one that an earlier opening left. */
export function openTestStore(folder = makeTempFolder()): TestStore {
  const { database, close } = openDatabase({ folder });
  onTestFinished(close);
  return {
    folder,
    database,
    store: createCatalogStore(database),
    index: createCatalogIndex(database),
    close,
  };
}
