import { setTimeout as delay } from 'node:timers/promises';
import type { Terminal } from '../../src/cli/terminal.ts';

interface Readiness {
  readonly catalog: {
    readonly kind: string;
    readonly seen?: number;
    readonly total?: number;
    readonly scenes?: number;
  };
}

const LOOK_EVERY_MS = 50;

/** Shows how the catalog fills, and returns once it holds every scene. */
export async function waitForCatalog(admin: string, terminal: Terminal): Promise<void> {
  for (;;) {
    const { catalog } = (await (await fetch(`${admin}/health/ready`)).json()) as Readiness;
    const done = catalog.scenes ?? catalog.seen ?? 0;
    terminal.progress(done, catalog.total ?? catalog.scenes, 'The catalog fills');
    if (catalog.kind === 'COMPLETE') return;
    await delay(LOOK_EVERY_MS);
  }
}
