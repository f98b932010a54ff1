import type { SceneId } from '../model/ids.ts';
import type { HeldRemoval } from './catalog-store.ts';
import type { FollowTools } from './follow-scenes.ts';
import { inSlices } from './in-slices.ts';
import { listGone } from './list-gone.ts';

/** Below this many scenes losing most of them is ordinary work of a person. */
const GUARDED_FROM = 50;
const SLICE = 50;

export interface Removal {
  readonly removed: number;
  readonly heldRemoval?: HeldRemoval;
}

/**
 * Removes what the completed pass did not see, once Stash has said that it is gone.
 *
 * More than half of a library gone at once looks like a Stash that was restored empty or lost its database: nothing
 * is removed then, until a second completed pass has not seen the same scenes either.
 */
export async function removeUnseen(tools: FollowTools, pass: number, signal: AbortSignal): Promise<Removal> {
  const { store } = tools;
  const unseen = store.listUnseen(pass);
  if (!isSuspicious(unseen.length, store.countScenes())) {
    return { removed: await removeGone(tools, unseen, signal) };
  }
  const held = store.findHeldRemoval();
  const agreed = held && held.pass < pass ? store.listUnseen(held.pass) : [];
  const removed = await removeGone(tools, agreed, signal);
  const left = store.listUnseen(pass);
  if (!isSuspicious(left.length, store.countScenes())) {
    return { removed: removed + (await removeGone(tools, left, signal)) };
  }
  return { removed, heldRemoval: { pass, scenes: left.length } };
}

function isSuspicious(unseen: number, known: number): boolean {
  return known > GUARDED_FROM && unseen * 2 > known;
}

/** A scene that is there after all (it was made meanwhile, or Stash could not read it) counts as seen. */
async function removeGone(
  { source, store }: FollowTools,
  unseen: readonly SceneId[],
  signal: AbortSignal,
): Promise<number> {
  const gone = await listGone(source, unseen, signal);
  store.markSeen(unseen.filter((id) => !gone.has(id)));
  let removed = 0;
  for await (const slice of inSlices([...gone], SLICE, signal)) {
    removed += store.transaction(() => slice.filter((id) => store.removeScene(id)).length);
  }
  return removed;
}
