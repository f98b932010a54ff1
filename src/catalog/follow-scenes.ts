import type { SceneId } from '../model/ids.ts';
import type { CatalogStore } from './catalog-store.ts';
import { hasSameFiles } from './is-same-state.ts';
import { toEarlierText, toLaterInstant } from './overlap.ts';
import type { SceneSource } from './scene-source.ts';

export interface FollowTools {
  readonly source: SceneSource;
  readonly store: CatalogStore;
}

const PAGE = 500;

/** Up to where the changes of something are known, in Stash's own words. */
export function findSince(store: CatalogStore, name: string): string | undefined {
  return store.findWatermark(name) ?? store.findLatestUpdatedAt();
}

/** Queues scenes whose own time differs from what the catalog holds; returns how many. */
export async function followScenes(
  { source, store }: FollowTools,
  overlapMs: number,
  signal: AbortSignal,
): Promise<number> {
  const since = findSince(store, 'SCENES');
  const changed = await listAll(signal, (after) =>
    source.listScenesChangedSince(since ? toEarlierText(since, overlapMs) : '', after, PAGE, signal),
  );
  const stale = changed.filter(({ id, updatedAt }) => store.findState(id)?.updatedAt !== updatedAt);
  const times = changed.map(({ updatedAt }) => updatedAt);
  return queueUpTo(store, 'SCENES', since, times, stale);
}

/** Queues scenes of which a file moved, was renamed or was replaced: Stash notes that on the file alone. */
export async function followFiles(
  { source, store }: FollowTools,
  overlapMs: number,
  signal: AbortSignal,
): Promise<number> {
  const list = source.listScenesWithFilesChangedSince;
  if (!list) return 0;
  const since = findSince(store, 'FILES');
  const changed = await listAll(signal, (after) =>
    list(since ? toEarlierText(since, overlapMs) : '', after, PAGE, signal),
  );
  const stale = changed.filter(({ id, files }) => !hasSameFiles(store.findState(id)?.files ?? [], files));
  const times = changed.flatMap(({ files }) => files.map(({ updatedAt }) => updatedAt));
  return queueUpTo(store, 'FILES', since, times, stale);
}

/** The queue and the watermark go together: what the watermark passed is either known or queued. */
function queueUpTo(
  store: CatalogStore,
  name: string,
  since: string | undefined,
  times: readonly string[],
  stale: readonly { readonly id: SceneId }[],
): number {
  const latest = times.reduce<string | undefined>(toLaterInstant, since);
  store.transaction(() => {
    store.queueScenes(stale.map(({ id }) => id));
    if (latest !== undefined && latest !== store.findWatermark(name)) store.recordWatermark(name, latest);
  });
  return stale.length;
}

/** A short page ends the listing: what a capped server keeps back is found by the next diff pull. */
async function listAll<Item extends { readonly id: SceneId }>(
  signal: AbortSignal,
  list: (after: SceneId | undefined) => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (;;) {
    signal.throwIfAborted();
    const page = await list(items.at(-1)?.id);
    items.push(...page);
    if (page.length < PAGE) return items;
  }
}
