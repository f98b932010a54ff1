import type { RecordedAs } from '../catalog/catalog-store.ts';
import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import type { Database } from './database.ts';
import { findCopyText, parseCopy, upsertCopy } from './scene-copies-table.ts';
import { deleteEntityLinks, insertEntityLinks } from './scene-entities-table.ts';
import { deleteFiles, insertFiles } from './scene-files-table.ts';
import { deleteSearchText, insertSearchText } from './scene-search-table.ts';
import { deleteStashIds, insertStashIds } from './scene-stash-ids-table.ts';
import { deleteScene, markScenesSeen, upsertScene } from './scenes-table.ts';

/** Writes a scene to all the tables that show it, in one transaction; an equal one costs a comparison. */
export function recordScene(database: Database, scene: Scene, pass: number): RecordedAs {
  return database.transaction(() => {
    const text = JSON.stringify(scene);
    const known = findCopyText(database, scene.id);
    if (known === text) {
      markScenesSeen(database, [scene.id], pass);
      return 'UNCHANGED';
    }
    if (known !== undefined) deleteDerived(database, parseCopy(known));
    upsertScene(database, scene, pass);
    upsertCopy(database, scene.id, text);
    insertDerived(database, scene);
    return known === undefined ? 'ADDED' : 'CHANGED';
  });
}

/** Takes a scene out of all tables; true when it was there. */
export function removeScene(database: Database, id: SceneId): boolean {
  return database.transaction(() => {
    const known = findCopyText(database, id);
    if (known !== undefined) deleteDerived(database, parseCopy(known));
    return deleteScene(database, id);
  });
}

function insertDerived(database: Database, scene: Scene): void {
  insertFiles(database, scene);
  insertStashIds(database, scene);
  insertEntityLinks(database, scene);
  insertSearchText(database, scene);
}

function deleteDerived(database: Database, scene: Scene): void {
  deleteFiles(database, scene.id);
  deleteStashIds(database, scene);
  deleteEntityLinks(database, scene.id);
  deleteSearchText(database, scene.id);
}
