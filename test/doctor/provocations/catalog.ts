import { listCatalogProblems } from '../../../src/doctor/catalog-problems.ts';
import type { CATALOG_KINDS } from '../../../src/doctor/kinds/catalog-kinds.ts';
import { runChecks } from '../../../src/doctor/run-checks.ts';
import { catalogCheck } from '../../../src/doctor/checks/catalog-check.ts';
import { toSceneId } from '../../../src/model/ids.ts';
import { ensureLedgerOwner } from '../../../src/store/ledger-owner.ts';
import { upsertServed } from '../../../src/store/served-scenes-table.ts';
import {
  BEGAN_AT,
  fillCatalog,
  findProblems,
  makeDataFolder,
  makeDoctorContext,
} from '../../support/doctor-world.ts';
import { sampleScene, sampleScenes } from '../../support/sample-scene.ts';
import type { Provoke } from './provoke.ts';

const DAY_MS = 24 * 3_600_000;
const FIRST = toSceneId('1');

async function withCatalog(change: Parameters<typeof makeDataFolder>[0]): ReturnType<Provoke> {
  return findProblems({ DATA_DIR: makeDataFolder(change) });
}

export const catalogProvocations: Readonly<Record<keyof typeof CATALOG_KINDS, Provoke>> = {
  CATALOG_MISSING: () => findProblems({}),
  CATALOG_INCOMPLETE: () =>
    withCatalog((_, store) => store.startPass({ kind: 'FULL', startedAt: BEGAN_AT, total: 10 })),
  CATALOG_OLD: () => withCatalog((_, store) => fillCatalog(store, sampleScenes(2), BEGAN_AT - DAY_MS)),
  CATALOG_WITHOUT_SCENES: () => withCatalog((_, store) => fillCatalog(store, [])),
  CATALOG_REMOVAL_HELD: () =>
    withCatalog((_, store) => {
      fillCatalog(store, sampleScenes(2));
      store.recordHeldRemoval({ pass: 1, scenes: 2 });
    }),
  CATALOG_NOT_WRITABLE: async () => {
    const { config, data } = makeDoctorContext({ DATA_DIR: makeDataFolder(() => undefined) });
    const trouble = { kind: 'FAULT', error: new Error('disk full'), since: BEGAN_AT } as const;
    return listCatalogProblems({ ...(await data.readCatalogState()), trouble }, config.catalog, BEGAN_AT);
  },
  SCENES_WITHOUT_FILES: () => withCatalog((_, store) => fillCatalog(store, [sampleScene(1, { files: [] })])),
  COVERS_MISSING: () =>
    withCatalog((_, store) => {
      fillCatalog(store, sampleScenes(2));
      store.recordCovers({ missing: [FIRST] });
    }),
  PROVIDER_ID_CHANGED: () =>
    findProblems({
      PROVIDER_ID: 'tv.plex.agents.custom.other',
      DATA_DIR: makeDataFolder((database) => {
        ensureLedgerOwner(database, 'tv.plex.agents.custom.stash2plex');
        const served = {
          sceneId: FIRST,
          servedAt: 1,
          fingerprint: 'f',
          sceneUpdatedAt: 'x',
          via: 'MATCH',
        } as const;
        upsertServed(database, served);
        ensureLedgerOwner(database, 'tv.plex.agents.custom.other');
      }),
    }),
};

/** Whether a catalog of that age is told with these settings. */
export async function isToldOld(ageMs: number, env: Readonly<Record<string, string>>): Promise<boolean> {
  const folder = makeDataFolder((_, store) => fillCatalog(store, sampleScenes(1), BEGAN_AT - ageMs));
  const context = makeDoctorContext({ DATA_DIR: folder, ...env });
  const [result] = await runChecks([catalogCheck], context, new AbortController().signal);
  return result?.problems.some(({ id }) => id === 'CATALOG_OLD') ?? false;
}
