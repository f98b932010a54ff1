import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import type { Database } from './database.ts';
import { findText } from './rows.ts';

/** The copy as it is kept, so that "unchanged" is one comparison of texts. */
export function findCopyText(database: Database, id: SceneId): string | undefined {
  return findText(database.find('SELECT copy FROM scene_copies WHERE scene_id = ?', id), 'copy');
}

/** What was written here was a `Scene` when it was written. */
export function parseCopy(text: string): Scene {
  return JSON.parse(text) as Scene;
}

export function findCopy(database: Database, id: SceneId): Scene | undefined {
  const text = findCopyText(database, id);
  return text === undefined ? undefined : parseCopy(text);
}

export function upsertCopy(database: Database, id: SceneId, text: string): void {
  const sql = `INSERT INTO scene_copies (scene_id, copy) VALUES (?, ?)
    ON CONFLICT (scene_id) DO UPDATE SET copy = excluded.copy`;
  database.run(sql, id, text);
}
