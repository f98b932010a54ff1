import type { CatalogStore } from './catalog-store.ts';
import { findSince, type FollowTools } from './follow-scenes.ts';
import { toEarlierText, toLaterInstant } from './overlap.ts';
import type { Changed, EntityKind, ListChanged, SceneSource } from './scene-source.ts';

const PAGE = 500;

/** Stash's clock and ours may differ; a change this long before the last full pull began was read by it. */
const CLOCKS_DIFFER_MS = 3_600_000;

const LISTINGS: readonly (readonly [EntityKind, (source: SceneSource) => ListChanged])[] = [
  ['PERFORMER', (source) => source.listPerformersChangedSince.bind(source)],
  ['STUDIO', (source) => source.listStudiosChangedSince.bind(source)],
  ['TAG', (source) => source.listTagsChangedSince.bind(source)],
  ['GROUP', (source) => source.listGroupsChangedSince.bind(source)],
];

/**
 * Queues the scenes of performers, studios, tags and groups that changed: Stash notes a new name on the entity and
 * not on its scenes. One request for each kind when nothing changed. Returns how many scenes were queued.
 */
export async function followEntities(
  tools: FollowTools,
  overlapMs: number,
  signal: AbortSignal,
): Promise<number> {
  let queued = 0;
  for (const [kind, toListing] of LISTINGS) {
    queued += await followKind(tools.store, kind, toListing(tools.source), overlapMs, signal);
  }
  return queued;
}

async function followKind(
  store: CatalogStore,
  kind: EntityKind,
  list: ListChanged,
  overlapMs: number,
  signal: AbortSignal,
): Promise<number> {
  const known = findSince(store, kind);
  const since = known ? toEarlierText(known, overlapMs) : '';
  let queued = 0;
  for (let page = 1; ; page += 1) {
    const changed = await list(since, page, PAGE, signal);
    queued += store.transaction(() => queueScenesOf(store, kind, changed, known));
    if (changed.length < PAGE) return queued;
  }
}

/** The watermark moves page by page: the listing is in the order of time. */
function queueScenesOf(
  store: CatalogStore,
  kind: EntityKind,
  changed: readonly Changed[],
  known: string | undefined,
): number {
  let queued = 0;
  for (const { id, updatedAt } of changed) {
    if (store.findEntityUpdatedAt(kind, id) === updatedAt) continue;
    store.recordEntityUpdatedAt(kind, id, updatedAt);
    if (wasReadSince(store, updatedAt)) continue;
    const scenes = store.listScenesOfEntity(kind, id);
    store.queueScenes(scenes);
    queued += scenes.length;
  }
  const before = store.findWatermark(kind);
  const times = changed.map(({ updatedAt }) => updatedAt);
  const latest = times.reduce<string | undefined>(toLaterInstant, before ?? known);
  if (latest !== undefined && latest !== before) store.recordWatermark(kind, latest);
  return queued;
}

/** True for a change that the last completed full pull must have read with every scene. */
function wasReadSince(store: CatalogStore, updatedAt: string): boolean {
  const full = store.getCompletedPasses().full;
  return full !== undefined && Date.parse(updatedAt) < full.startedAt - CLOCKS_DIFFER_MS;
}
