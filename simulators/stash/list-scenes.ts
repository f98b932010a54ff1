import type { SimulatedScene } from '../library/library-contents.ts';
import type { SimulatedLibrary } from '../library/simulated-library.ts';
import type { Criterion } from './criteria.ts';
import type { FilterInput } from './file-filter.ts';
import { type FindFilter, pageBounds, pageOf, sorted } from './paging.ts';
import { type SceneTest, compileSceneFilter } from './scene-filter.ts';

export interface SceneListing {
  readonly scenes: readonly SimulatedScene[];
  /** Of all hits, not of the page; only when it was wanted. */
  readonly count?: number;
}

type SortKey = (scene: SimulatedScene) => string | number;

const SORT_KEYS: Readonly<Record<string, SortKey>> = {
  id: (scene) => scene.id,
  title: (scene) => scene.title.toLowerCase(),
  date: (scene) => scene.date ?? '',
  path: (scene) => scene.files[0]?.path ?? '',
  updated_at: (scene) => scene.updatedAt,
  created_at: (scene) => scene.createdAt,
};

/**
 * What findScenes answers without ids. A keyset page (sorted by id, id greater than the last one seen, no count) is
 * found by binary search and read no further than its end; everything else goes over the whole library.
 */
export function listScenes(
  library: SimulatedLibrary,
  sceneFilter: FilterInput,
  find: FindFilter,
  wantsCount: boolean,
): SceneListing {
  const test = compileSceneFilter(sceneFilter);
  const isKeyset = find.sort === 'id' && find.direction !== 'DESC' && !wantsCount;
  if (isKeyset) return { scenes: takePage(library, library.indexAfter(lastSeenId(sceneFilter)), test, find) };
  const hits = sortScenes(library.scenes.filter(test), find);
  return { scenes: pageOf(hits, find), count: hits.length };
}

function takePage(
  library: SimulatedLibrary,
  start: number,
  test: SceneTest,
  find: FindFilter,
): SimulatedScene[] {
  const { from, to } = pageBounds(find);
  const page: SimulatedScene[] = [];
  let hits = 0;
  for (let index = start; index < library.scenes.length && hits < to; index += 1) {
    const scene = library.scenes[index];
    if (!scene || !test(scene)) continue;
    if (hits >= from) page.push(scene);
    hits += 1;
  }
  return page;
}

function lastSeenId(filter: FilterInput): number {
  const criterion = filter['id'] as Criterion<number> | null | undefined;
  const joined = filter['OR'] !== null && filter['OR'] !== undefined;
  return criterion?.modifier === 'GREATER_THAN' && !joined ? criterion.value : 0;
}

function sortScenes(
  scenes: readonly SimulatedScene[],
  { sort, direction }: FindFilter,
): readonly SimulatedScene[] {
  if (!sort) return unsorted(scenes);
  const key = Object.hasOwn(SORT_KEYS, sort) ? SORT_KEYS[sort] : undefined;
  if (!key) throw new Error(`invalid sort: ${sort}`);
  if (sort === 'id' && direction !== 'DESC') return scenes;
  return sorted(scenes, direction, key, (scene) => scene.title || String(scene.id));
}

/** Without a sort, Stash's database answers in the order of an index: scenes without a studio, then studio by studio. */
function unsorted(scenes: readonly SimulatedScene[]): SimulatedScene[] {
  return [...scenes].sort((a, b) => (a.studioId ?? 0) - (b.studioId ?? 0) || a.id - b.id);
}
