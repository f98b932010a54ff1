import { listCatalogProblems } from '../catalog-problems.ts';
import type { Check } from '../check.ts';
import { unlessTold } from '../unless-told.ts';

/** Whether the catalog is filled and fresh. */
export const catalogCheck: Check = {
  id: 'catalog',
  group: 'Catalog',
  timeLimitMs: 10_000,
  settings: ['DATA_DIR', 'CATALOG_DIFF', 'CATALOG_FULL'],
  isLive: true,
  run: ({ clock, config, data }) =>
    unlessTold(async () => listCatalogProblems(await data.readCatalogState(), config.catalog, clock.now())),
};
