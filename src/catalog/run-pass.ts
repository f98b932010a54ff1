import type { PullKind, RunningPass } from './catalog-store.ts';
import { markCovers } from './mark-covers.ts';
import type { PullCounts, PullSummary, PullTools } from './pull-tools.ts';
import { removeUnseen } from './remove-unseen.ts';

/** Deals with every scene that comes after the pass's cursor, moving the cursor as it goes. */
export type SceneWalk = (
  tools: PullTools,
  pass: RunningPass,
  counts: PullCounts,
  signal: AbortSignal,
) => Promise<void>;

/**
 * Runs one pass from the beginning, or from where it was cut short, to its end: scenes, covers, deletions.
 *
 * The cursor is kept with the rows it stands for, so that a kill at any moment costs at most one slice of work; only
 * a pass that came to its end removes anything. Throws what the source or the store throws; calling again goes on.
 */
export async function runPass(
  kind: PullKind,
  walk: SceneWalk,
  tools: PullTools,
  signal: AbortSignal,
): Promise<PullSummary> {
  const { store, clock } = tools;
  const counts: PullCounts = { added: 0, changed: 0 };
  const pass = await beginPass(kind, tools, signal);
  if (pass.phase === 'SCENES') {
    await walk(tools, pass, counts, signal);
    store.movePass({ phase: 'COVERS', seen: store.findPass()?.seen ?? pass.seen });
  }
  await markCovers(tools, signal);
  const removal = await removeUnseen(tools, pass.pass, signal);
  store.transaction(() => {
    store.recordHeldRemoval(removal.heldRemoval);
    store.completePass(clock.now());
  });
  const tookMs = clock.now() - pass.startedAt;
  const { removed, heldRemoval } = removal;
  return { kind, scenes: store.countScenes(), ...counts, removed, held: heldRemoval?.scenes ?? 0, tookMs };
}

/** A pass of the other kind that was cut short is given up: it removed nothing. */
async function beginPass(kind: PullKind, tools: PullTools, signal: AbortSignal): Promise<RunningPass> {
  const { source, store, clock, onProgress } = tools;
  const running = store.findPass();
  const startedAt = clock.now();
  const pass =
    running?.kind === kind
      ? running
      : store.startPass({ kind, startedAt, total: await source.countScenes(signal) });
  onProgress(pass);
  return pass;
}
