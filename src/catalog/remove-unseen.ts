import type { SceneId } from '../model/ids.ts';
import type { CatalogStore, HeldRemoval } from './catalog-store.ts';
import { inSlices } from './in-slices.ts';

/** Below this many scenes losing most of them is ordinary work of a person. */
const GUARDED_FROM = 50;
const SLICE = 50;

export interface Removal {
  readonly removed: number;
  readonly heldRemoval?: HeldRemoval;
}

/**
 * Removes what the completed pass did not see.
 *
 * More than half of a library gone at once looks like a Stash that was restored empty or lost its database: nothing
 * is removed then, until a second completed pass has not seen the same scenes either.
 */
export async function removeUnseen(store: CatalogStore, pass: number, signal: AbortSignal): Promise<Removal> {
  const unseen = store.listUnseen(pass);
  if (!isSuspicious(unseen.length, store.countScenes())) return { removed: await remove(store, unseen, signal) };
  const held = store.findHeldRemoval();
  const agreed = held && held.pass < pass ? store.listUnseen(held.pass) : [];
  const left = unseen.length - agreed.length;
  const removed = await remove(store, agreed, signal);
  if (!isSuspicious(left, store.countScenes())) {
    return { removed: removed + (await remove(store, store.listUnseen(pass), signal)) };
  }
  return { removed, heldRemoval: { pass, scenes: left } };
}

function isSuspicious(unseen: number, known: number): boolean {
  return known > GUARDED_FROM && unseen * 2 > known;
}

async function remove(store: CatalogStore, ids: readonly SceneId[], signal: AbortSignal): Promise<number> {
  let removed = 0;
  for await (const slice of inSlices(ids, SLICE, signal)) {
    removed += store.transaction(() => slice.filter((id) => store.removeScene(id)).length);
  }
  return removed;
}
