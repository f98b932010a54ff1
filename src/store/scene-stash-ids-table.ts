import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import type { Database } from './database.ts';
import { getSceneId } from './rows.ts';

export function insertStashIds(database: Database, scene: Scene): void {
  const sql = 'INSERT OR IGNORE INTO scene_stash_ids (stash_id, scene_id) VALUES (?, ?)';
  for (const { id } of scene.stashIds) database.run(sql, id, scene.id);
}

/** `scene` as it was recorded: the table is ordered by what is looked up, not by scene. */
export function deleteStashIds(database: Database, scene: Scene): void {
  const sql = 'DELETE FROM scene_stash_ids WHERE stash_id = ? AND scene_id = ?';
  for (const { id } of scene.stashIds) database.run(sql, id, scene.id);
}

export function listScenesByStashBoxId(database: Database, id: string): readonly SceneId[] {
  const sql = `SELECT CAST(scene_id AS TEXT) AS scene FROM scene_stash_ids
    WHERE stash_id = ? ORDER BY scene_id`;
  return database.list(sql, id).map(getSceneId);
}
