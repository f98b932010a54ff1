import type { QueuedScene } from '../catalog/catalog-store.ts';
import type { SceneId } from '../model/ids.ts';
import type { Database } from './database.ts';
import { getNumber, getSceneId } from './rows.ts';

const QUEUE = `INSERT INTO scenes_to_read (scene_id, seq)
  VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM scenes_to_read))
  ON CONFLICT (scene_id) DO UPDATE SET seq = excluded.seq`;

export function queueScenes(database: Database, ids: readonly SceneId[]): void {
  for (const id of ids) database.run(QUEUE, id);
}

export function listQueued(database: Database, limit: number): readonly QueuedScene[] {
  const sql = 'SELECT CAST(scene_id AS TEXT) AS scene, seq FROM scenes_to_read ORDER BY seq LIMIT ?';
  return database.list(sql, limit).map((row) => ({ id: getSceneId(row), seq: getNumber(row, 'seq') }));
}

/** A scene that was queued again since carries another `seq` and stays. */
export function finishQueued(database: Database, done: readonly QueuedScene[]): void {
  const sql = 'DELETE FROM scenes_to_read WHERE scene_id = ? AND seq = ?';
  for (const { id, seq } of done) database.run(sql, id, seq);
}

export function countQueued(database: Database): number {
  return getNumber(database.find('SELECT count(*) AS scenes FROM scenes_to_read'), 'scenes');
}
