import type { CatalogState } from '../catalog/catalog-state.ts';
import type { CatalogConfig } from '../config/config.ts';
import type { Problem } from '../observe/problem.ts';
import { findOldAfterMs } from './old-catalog.ts';
import { toProblem } from './to-problem.ts';

/** What is wrong with the local mirror of Stash; `now` in milliseconds since the epoch. */
export function listCatalogProblems(state: CatalogState, config: CatalogConfig, now: number): Problem[] {
  return [...listFillProblems(state), ...listAgeProblems(state, config, now), ...listFaults(state)];
}

function listFillProblems(state: CatalogState): Problem[] {
  if (state.kind === 'EMPTY') {
    const summary = 'The catalog is empty, so every file costs a look-up in Stash.';
    return [toProblem('CATALOG_INCOMPLETE', { summary })];
  }
  if (state.kind === 'FILLING') {
    const summary = `The catalog is being filled: ${state.seen} of ${state.total} scenes so far.`;
    return [toProblem('CATALOG_INCOMPLETE', { summary })];
  }
  if (state.heldRemoval) return [toHeldProblem(state.heldRemoval.scenes)];
  return state.scenes === 0 ? [toProblem('CATALOG_WITHOUT_SCENES')] : [];
}

function toHeldProblem(scenes: number): Problem {
  const summary = `Stash suddenly lacks ${scenes} scenes that the catalog knows; they are kept until a second look agrees.`;
  return toProblem('CATALOG_REMOVAL_HELD', { summary });
}

const HOUR_MS = 3_600_000;

function listAgeProblems(state: CatalogState, config: CatalogConfig, now: number): Problem[] {
  const oldAfterMs = findOldAfterMs(config);
  if (state.kind !== 'COMPLETE' || oldAfterMs === undefined) return [];
  const ageMs = now - state.completedAt;
  if (ageMs <= oldAfterMs) return [];
  const summary = `The catalog was last compared with Stash ${Math.floor(ageMs / HOUR_MS)} hours ago.`;
  return [toProblem('CATALOG_OLD', { summary })];
}

function listFaults({ trouble }: CatalogState): Problem[] {
  return trouble?.kind === 'FAULT' ? [toProblem('CATALOG_NOT_WRITABLE')] : [];
}
