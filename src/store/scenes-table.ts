import type { CoverRange } from '../catalog/catalog-store.ts';
import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import { toCodeKey } from './code-key.ts';
import type { Database, Row } from './database.ts';
import { findText, getNumber, getSceneId } from './rows.ts';

const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/;

const UPSERT = `
  INSERT INTO scenes (id, updated_at, code_key, full_date, seen_pass) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, code_key = excluded.code_key,
    full_date = excluded.full_date, seen_pass = excluded.seen_pass`;

export function upsertScene(database: Database, scene: Scene, pass: number): void {
  const date = scene.date !== undefined && FULL_DATE.test(scene.date) ? scene.date : null;
  database.run(UPSERT, scene.id, scene.updatedAt, toCodeKey(scene.code) ?? null, date, pass);
}

/** Deletes the row; its copy and files go with it. */
export function deleteScene(database: Database, id: SceneId): boolean {
  return database.run('DELETE FROM scenes WHERE id = ?', id) > 0;
}

export function countScenes(database: Database): number {
  return getNumber(database.find('SELECT count(*) AS scenes FROM scenes'), 'scenes');
}

export function findSceneUpdatedAt(database: Database, id: SceneId): string | undefined {
  return findText(database.find('SELECT updated_at FROM scenes WHERE id = ?', id), 'updated_at');
}

/** Stash's latest text of a scene's time, by text order as Stash itself compares it. */
export function findLatestUpdatedAt(database: Database): string | undefined {
  return findText(database.find('SELECT max(updated_at) AS latest FROM scenes'), 'latest');
}

/** Ids travel as one JSON text, so that a page is one statement. */
export function markScenesSeen(database: Database, ids: readonly SceneId[], pass: number): void {
  const sql = `UPDATE scenes SET seen_pass = ?
    WHERE id IN (SELECT CAST(value AS INTEGER) FROM json_each(?)) AND seen_pass <> ?`;
  database.run(sql, pass, JSON.stringify(ids), pass);
}

/** Scenes that no pass from `pass` on has seen. */
export function listUnseenScenes(database: Database, pass: number): readonly SceneId[] {
  const sql = 'SELECT CAST(id AS TEXT) AS scene FROM scenes WHERE seen_pass < ? ORDER BY id';
  return database.list(sql, pass).map(getSceneId);
}

export function findCover(database: Database, id: SceneId): boolean | undefined {
  const row = database.find('SELECT has_cover FROM scenes WHERE id = ?', id);
  return row && row['has_cover'] === 1;
}

/** Notes which scenes in `(after, through]` have no cover; all others in the range have one. */
export function recordCovers(database: Database, { after, through, missing }: CoverRange): void {
  const ids = JSON.stringify(missing);
  const range = 'id > CAST(? AS INTEGER) AND id <= CAST(? AS INTEGER)';
  const listed = '(SELECT CAST(value AS INTEGER) FROM json_each(?))';
  database.run(
    `UPDATE scenes SET has_cover = 1 WHERE ${range} AND has_cover = 0 AND id NOT IN ${listed}`,
    after ?? FIRST_ID,
    through ?? LAST_ID,
    ids,
  );
  database.run(`UPDATE scenes SET has_cover = 0 WHERE has_cover = 1 AND id IN ${listed}`, ids);
}

const FIRST_ID = '0';
const LAST_ID = '9223372036854775807';

/** Ids and times of known scenes in `(after, through]`, ascending. */
export function listSceneTimes(
  database: Database,
  after: SceneId | undefined,
  through: SceneId,
): readonly Row[] {
  const sql = `SELECT CAST(id AS TEXT) AS scene, updated_at FROM scenes
    WHERE id > CAST(? AS INTEGER) AND id <= CAST(? AS INTEGER) ORDER BY id`;
  return database.list(sql, after ?? FIRST_ID, through);
}

export function listScenesByCode(database: Database, code: string, limit: number): readonly SceneId[] {
  const key = toCodeKey(code);
  if (key === undefined) return [];
  const sql = 'SELECT CAST(id AS TEXT) AS scene FROM scenes WHERE code_key = ? ORDER BY id LIMIT ?';
  return database.list(sql, key, limit).map(getSceneId);
}

export function listScenesByDate(database: Database, date: string, limit: number): readonly SceneId[] {
  const sql = 'SELECT CAST(id AS TEXT) AS scene FROM scenes WHERE full_date = ? ORDER BY id LIMIT ?';
  return database.list(sql, date, limit).map(getSceneId);
}
