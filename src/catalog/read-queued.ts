import { compareSceneIds, findIdBefore } from './scene-id-order.ts';
import type { QueuedScene } from './catalog-store.ts';
import type { FollowTools } from './follow-scenes.ts';
import { listGone } from './list-gone.ts';

/** Scenes that one request reads. */
const BATCH = 40;
const COVERS = 500;

export interface Reread {
  readonly changed: number;
  readonly removed: number;
}

/**
 * Reads the next queued scenes again; `undefined` when none is queued. A scene that Stash says does not exist is
 * removed; one that Stash cannot read keeps the copy it has. The queue is durable: a batch is off it only with its scenes written.
 */
export async function readQueued(
  { source, store }: FollowTools,
  signal: AbortSignal,
): Promise<Reread | undefined> {
  const batch = store.listQueued(BATCH);
  if (batch.length === 0) return undefined;
  const ids = batch.map(({ id }) => id);
  const scenes = await source.readScenes(ids, signal);
  const unread = ids.filter((id) => !scenes.has(id));
  const gone = await listGone(source, unread, signal);
  const missing = await listMissingCovers(source, batch, signal);
  return store.transaction(() => {
    const removed = [...gone].filter((id) => store.removeScene(id));
    const changed = [...scenes.values()].filter((scene) => store.recordScene(scene) !== 'UNCHANGED');
    store.recordCovers(missing);
    store.finishQueued(batch);
    return { changed: changed.length, removed: removed.length };
  });
}

/** Making a cover changes a scene, so that what changed is asked about covers: one request from the least id on. */
async function listMissingCovers(
  source: FollowTools['source'],
  batch: readonly QueuedScene[],
  signal: AbortSignal,
) {
  const ids = batch.map(({ id }) => id).sort(compareSceneIds);
  const after = ids[0] && findIdBefore(ids[0]);
  const missing = await source.listScenesWithoutCoverAfter(after, COVERS, signal);
  const last = missing.length < COVERS ? undefined : missing.at(-1);
  return { ...(after && { after }), ...(last && { through: last }), missing };
}
