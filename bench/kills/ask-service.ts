import { setTimeout as delay } from 'node:timers/promises';
import type { AdminClient } from '../../src/cli/admin-client.ts';

const LOOK_EVERY_MS = 250;

interface CatalogNow {
  readonly state: string;
  readonly completeAt: string | null;
  readonly pulledScenes: number | null;
}

export async function readCatalog(admin: AdminClient): Promise<CatalogNow> {
  const { catalog } = await admin.ask<{ catalog: CatalogNow }>(
    '{ catalog { state completeAt pulledScenes } }',
  );
  return catalog;
}

export async function startFullPull(admin: AdminClient): Promise<void> {
  await admin.ask('mutation { refreshCatalog(mode: FULL) { state } }');
}

/** Resolves when no pass over Stash runs. */
export async function waitForPulls(admin: AdminClient): Promise<void> {
  while ((await readCatalog(admin)).pulledScenes !== null) await delay(LOOK_EVERY_MS);
}

export async function startSweep(admin: AdminClient): Promise<void> {
  await admin.ask('mutation { startSweep { id } }');
}

/** Sweeps without disturbance. */
export async function sweepFully(admin: AdminClient): Promise<void> {
  await startSweep(admin);
  for (;;) {
    const { sweeps } = await admin.ask<{ sweeps: { nodes: { state: string }[] } }>(
      '{ sweeps(first: 1) { nodes { state } } }',
    );
    const state = sweeps.nodes[0]?.state;
    if (state === 'COMPLETE') return;
    if (state !== 'RUNNING') throw new Error(`expected the sweep to be completed, but got: ${String(state)}`);
    await delay(LOOK_EVERY_MS);
  }
}
