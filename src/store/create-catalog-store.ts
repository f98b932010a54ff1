import type { CatalogStore } from '../catalog/catalog-store.ts';
import type { SceneState } from '../catalog/scene-source.ts';
import type { SceneId } from '../model/ids.ts';
import type { Database } from './database.ts';
import { findEntityUpdatedAt, recordEntityUpdatedAt } from './entity-states-table.ts';
import * as pulls from './pull-state-table.ts';
import { recordScene, removeScene } from './record-scene.ts';
import { getSceneId, getText } from './rows.ts';
import { findCopy } from './scene-copies-table.ts';
import { listScenesOfEntity } from './scene-entities-table.ts';
import { listFileStates, listFileStatesByScene } from './scene-files-table.ts';
import { countQueued, finishQueued, listQueued, queueScenes } from './scenes-to-read-table.ts';
import * as scenes from './scenes-table.ts';
import { pruneServed } from './served-scenes-table.ts';
import { findWatermark, recordWatermark } from './watermarks-table.ts';

/** The catalog's tables as the catalog sees them. Every change is durable when the call or its transaction returns. */
export function createCatalogStore(database: Database): CatalogStore {
  return {
    transaction: (work) => database.transaction(work),
    ...knownScenes(database),
    ...sceneChanges(database),
    ...passes(database),
    ...queue(database),
    findWatermark: (name) => findWatermark(database, name),
    recordWatermark: (name, text) => recordWatermark(database, name, text),
    findEntityUpdatedAt: (kind, id) => findEntityUpdatedAt(database, kind, id),
    recordEntityUpdatedAt: (kind, id, updatedAt) => recordEntityUpdatedAt(database, kind, id, updatedAt),
  };
}

function knownScenes(database: Database) {
  return {
    countScenes: () => scenes.countScenes(database),
    findCopy: (id: SceneId) => findCopy(database, id),
    findCover: (id: SceneId) => scenes.findCover(database, id),
    listStates: (after: SceneId | undefined, through: SceneId) => listStates(database, after, through),
    findState: (id: SceneId) => findState(database, id),
    listScenesOfEntity: listScenesOfEntity.bind(undefined, database),
    findLatestUpdatedAt: () => scenes.findLatestUpdatedAt(database),
  };
}

function sceneChanges(
  database: Database,
): Pick<CatalogStore, 'recordScene' | 'markSeen' | 'recordCovers' | 'removeScene'> {
  return {
    recordScene: (scene) => recordScene(database, scene, pulls.getLastPass(database)),
    markSeen: (ids) => scenes.markScenesSeen(database, ids, pulls.getLastPass(database)),
    recordCovers: (range) => scenes.recordCovers(database, range),
    removeScene: (id) => removeScene(database, id),
  };
}

function passes(database: Database) {
  return {
    findPass: () => pulls.findRunningPass(database),
    startPass: (start: Parameters<CatalogStore['startPass']>[0]) => {
      pulls.startPass(database, start);
      return { ...start, pass: pulls.getLastPass(database), phase: 'SCENES' as const, seen: 0 };
    },
    movePass: pulls.movePass.bind(undefined, database),
    completePass: (completedAt: number) => completePass(database, completedAt),
    getCompletedPasses: () => pulls.getCompletedPasses(database),
    listUnseen: (pass: number) => scenes.listUnseenScenes(database, pass),
    findHeldRemoval: () => pulls.findHeldRemoval(database),
    recordHeldRemoval: pulls.recordHeldRemoval.bind(undefined, database),
  };
}

/** Only a pass that read everything proves that a scene is not there; once a day is often enough to tidy up. */
function completePass(database: Database, completedAt: number): void {
  const isFull = pulls.findRunningPass(database)?.kind === 'FULL';
  database.transaction(() => {
    pulls.completePass(database, completedAt);
    if (isFull) pruneServed(database);
  });
}

function queue(database: Database) {
  return {
    queueScenes: (ids: readonly SceneId[]) => database.transaction(() => queueScenes(database, ids)),
    listQueued: (limit: number) => listQueued(database, limit),
    finishQueued: finishQueued.bind(undefined, database),
    countQueued: () => countQueued(database),
  };
}

function listStates(database: Database, after: SceneId | undefined, through: SceneId): readonly SceneState[] {
  const files = listFileStatesByScene(database, after, through);
  return scenes.listSceneTimes(database, after, through).map((row) => {
    const id = getSceneId(row);
    return { id, updatedAt: getText(row, 'updated_at'), files: files.get(id) ?? [] };
  });
}

function findState(database: Database, id: SceneId): SceneState | undefined {
  const updatedAt = scenes.findSceneUpdatedAt(database, id);
  return updatedAt === undefined ? undefined : { id, updatedAt, files: listFileStates(database, id) };
}
