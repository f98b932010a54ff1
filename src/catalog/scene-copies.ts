import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import type { CatalogStore } from './catalog-store.ts';

/** Complete scenes as they were last read, for when Stash cannot answer. */
export interface SceneCopies {
  findCopy(id: SceneId): Scene | undefined;
  /** False when Stash is known to have no cover for the scene; true also when that is not known. */
  hasCover(id: SceneId): boolean;
}

export function createSceneCopies(store: Pick<CatalogStore, 'findCopy' | 'findCover'>): SceneCopies {
  return {
    findCopy: (id) => store.findCopy(id),
    hasCover: (id) => store.findCover(id) ?? true,
  };
}
