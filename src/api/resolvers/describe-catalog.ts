import type { CatalogState } from '../../catalog/catalog-state.ts';
import type { CatalogPort } from '../api-dependencies.ts';
import type { Catalog } from '../generated/resolver-types.ts';

/** The local mirror of Stash as it stands. */
export function describeCatalog(catalog: CatalogPort): Catalog {
  const state = catalog.state();
  const pull = findPull(state);
  return {
    state: state.kind,
    scenes: catalog.countScenes(),
    files: catalog.countFiles(),
    completeAt: state.kind === 'COMPLETE' ? state.completedAt : null,
    pulledScenes: pull?.seen,
    // A pull that has just begun does not know yet how many there are.
    expectedScenes: pull === undefined || pull.total === 0 ? null : pull.total,
  };
}

function findPull(state: CatalogState): { readonly seen: number; readonly total: number } | undefined {
  if (state.kind === 'FILLING') return state;
  return state.kind === 'COMPLETE' ? state.refreshing : undefined;
}
