import type { SceneId } from '../model/ids.ts';
import type { RunningPass } from './catalog-store.ts';
import { inSlices } from './in-slices.ts';
import { isSameState } from './is-same-state.ts';
import { PageSize, SLIM_SCENES } from './page-size.ts';
import type { PullCounts, PullSummary, PullTools } from './pull-tools.ts';
import { runPass } from './run-pass.ts';
import type { SceneState } from './scene-source.ts';
import { streamPages } from './stream-pages.ts';

/** Scenes read whole by one request. */
const BATCH = 50;

/** Reads the slim columns of every scene, and whole only those that differ from what the catalog has. */
export function runDiffPull(tools: PullTools, signal: AbortSignal): Promise<PullSummary> {
  return runPass('DIFF', walkStates, tools, signal);
}

async function walkStates(
  tools: PullTools,
  pass: RunningPass,
  counts: PullCounts,
  signal: AbortSignal,
): Promise<void> {
  const { source, store, clock } = tools;
  const pages = streamPages<SceneState>({
    list: (after, limit, within) => source.listSceneStatesAfter(after, limit, within),
    toId: (state) => state.id,
    after: pass.cursor,
    size: new PageSize(SLIM_SCENES),
    clock,
    signal,
  });
  let { cursor, seen } = pass;
  for await (const page of pages) {
    const { same, differing } = compare(tools, cursor, page);
    await readWhole(tools, differing, counts, signal);
    cursor = page.at(-1)?.id;
    seen += page.length;
    store.transaction(() => {
      store.markSeen([...same, ...differing]);
      store.movePass({ phase: 'SCENES', ...(cursor && { cursor }), seen });
    });
    tools.onProgress({ ...pass, seen });
  }
}

function compare(
  { store }: PullTools,
  after: SceneId | undefined,
  page: readonly SceneState[],
): { readonly same: readonly SceneId[]; readonly differing: readonly SceneId[] } {
  const through = page.at(-1)?.id;
  const states = through === undefined ? [] : store.listStates(after, through);
  const known = new Map(states.map((state) => [state.id, state]));
  const isSame = (state: SceneState) => isSameState(known.get(state.id), state);
  const { same = [], differing = [] } = Object.groupBy(page, (state) =>
    isSame(state) ? 'same' : 'differing',
  );
  return { same: same.map(({ id }) => id), differing: differing.map(({ id }) => id) };
}

/**
 * A scene that is listed and cannot be read keeps the copy it has, if any: it vanished just now, which the next pass
 * sees, or Stash itself cannot read it.
 */
async function readWhole(
  { source, store }: PullTools,
  ids: readonly SceneId[],
  counts: PullCounts,
  signal: AbortSignal,
): Promise<void> {
  for await (const batch of inSlices(ids, BATCH, signal)) {
    const scenes = await source.readScenes(batch, signal);
    store.transaction(() => {
      for (const scene of scenes.values()) {
        if (store.recordScene(scene) === 'ADDED') counts.added += 1;
        else counts.changed += 1;
      }
    });
  }
}
