import type { CatalogState } from '../catalog/catalog-state.ts';
import type { Problem } from '../observe/problem.ts';

/** What is wrong with the local mirror of Stash. */
export function listCatalogProblems(state: CatalogState): Problem[] {
  return [...listFillProblems(state), ...listHeldProblems(state), ...listFaults(state)];
}

function listFillProblems(state: CatalogState): Problem[] {
  if (state.kind === 'COMPLETE') return [];
  const summary =
    state.kind === 'EMPTY'
      ? 'The catalog is empty, so every file costs a look-up in Stash.'
      : `The catalog is being filled: ${state.seen} of ${state.total} scenes so far.`;
  const nextStep = 'Nothing to do while Stash answers: the catalog fills by itself.';
  return [{ id: 'CATALOG_INCOMPLETE', severity: 'WARNING', summary, nextStep }];
}

function listHeldProblems(state: CatalogState): Problem[] {
  if (state.kind !== 'COMPLETE' || !state.heldRemoval) return [];
  return [
    {
      id: 'CATALOG_REMOVAL_HELD',
      severity: 'WARNING',
      summary: `Stash suddenly lacks ${state.heldRemoval.scenes} scenes that the catalog knows; they are kept until a second look agrees.`,
      nextStep:
        'If they are gone for good, run "stash2plex catalog refresh" once more; otherwise check the library of Stash.',
    },
  ];
}

function listFaults({ trouble }: CatalogState): Problem[] {
  if (trouble?.kind !== 'FAULT') return [];
  const summary = 'The catalog cannot be written.';
  return [
    {
      id: 'CATALOG_NOT_WRITABLE',
      severity: 'ERROR',
      summary,
      nextStep: 'Check space and owner of DATA_DIR.',
    },
  ];
}
