import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import type { Database } from './database.ts';
import { getSceneId } from './rows.ts';

const INSERT = `INSERT INTO scene_search (rowid, title, studio, performers, code, date)
  VALUES (?, ?, ?, ?, ?, ?)`;

const SEARCH = `SELECT CAST(rowid AS TEXT) AS scene_id FROM scene_search
  WHERE scene_search MATCH ? ORDER BY rank LIMIT ?`;

/** A virtual table converts nothing by itself: the row id must come as a whole number. */
export function insertSearchText(database: Database, scene: Scene): void {
  const performers = scene.performers.map(({ name }) => name).join(' | ');
  const [title, studio, code, date] = [scene.title, scene.studio?.name, scene.code, scene.date];
  database.run(INSERT, BigInt(scene.id), title ?? '', studio ?? '', performers, code ?? '', date ?? '');
}

export function deleteSearchText(database: Database, id: SceneId): void {
  database.run('DELETE FROM scene_search WHERE rowid = ?', BigInt(id));
}

/** Scenes that hold all the words, best first; when there is none, scenes that hold any of them. */
export function searchScenes(database: Database, words: readonly string[], limit: number): readonly SceneId[] {
  const phrases = words.filter((word) => /[\p{L}\p{N}]/u.test(word)).map(toPhrase);
  if (phrases.length === 0) return [];
  const all = database.list(SEARCH, phrases.join(' AND '), limit);
  const rows = all.length > 0 ? all : database.list(SEARCH, phrases.join(' OR '), limit);
  return rows.map(getSceneId);
}

/** Quoted, a word is only ever text to FTS5, whatever it holds (https://sqlite.org/fts5.html#fts5_strings). */
function toPhrase(word: string): string {
  return `"${word.replaceAll('\0', ' ').replaceAll('"', '""')}"`;
}
