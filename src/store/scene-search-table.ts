import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import type { Database } from './database.ts';
import { findNumber, getSceneId } from './rows.ts';

const INSERT = `INSERT INTO scene_search (rowid, title, studio, performers, code, date)
  VALUES (?, ?, ?, ?, ?, ?)`;

const MATCHING = 'SELECT CAST(rowid AS TEXT) AS scene FROM scene_search WHERE scene_search MATCH ?';
const RANKED = `${MATCHING} ORDER BY rank LIMIT ?`;
const UNRANKED = `${MATCHING} LIMIT ?`;

/** Ranking takes about a microsecond a scene. */
const MOST_RANKED = 5_000;

/** A virtual table converts nothing by itself: the row id must come as a whole number. */
export function insertSearchText(database: Database, scene: Scene): void {
  const performers = scene.performers.map(({ name }) => name).join(' | ');
  const [title, studio, code, date] = [scene.title, scene.studio?.name, scene.code, scene.date];
  database.run(INSERT, BigInt(scene.id), title ?? '', studio ?? '', performers, code ?? '', date ?? '');
}

export function deleteSearchText(database: Database, id: SceneId): void {
  database.run('DELETE FROM scene_search WHERE rowid = ?', BigInt(id));
}

/**
 * Scenes that hold all the words, or where there is none, any of them; best first. Words that a large part of the
 * library holds tell little and cost much to rank: by themselves they bring scenes only when no rarer one does.
 */
export function searchScenes(
  database: Database,
  words: readonly string[],
  limit: number,
): readonly SceneId[] {
  const plain = [...new Set(words)].filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (plain.length === 0) return [];
  const all = search(database, RANKED, plain, 'AND', limit);
  if (all.length > 0) return all;
  const any = search(database, RANKED, pickTelling(database, plain), 'OR', limit);
  return any.length > 0 ? any : search(database, UNRANKED, plain, 'OR', limit);
}

function search(
  database: Database,
  sql: string,
  words: readonly string[],
  operator: 'AND' | 'OR',
  limit: number,
): readonly SceneId[] {
  if (words.length === 0) return [];
  return database.list(sql, words.map(toPhrase).join(` ${operator} `), limit).map(getSceneId);
}

/** The rarest words, as many as stay within the bound together. */
function pickTelling(database: Database, words: readonly string[]): readonly string[] {
  const counted = words.map((word) => ({ word, scenes: countScenesWith(database, word) }));
  let together = 0;
  return counted
    .sort((a, b) => a.scenes - b.scenes)
    .filter(({ scenes }) => (together += scenes) <= MOST_RANKED)
    .map(({ word }) => word);
}

/** 0 for what the tokenizer would cut into several words: such a phrase is rare by itself. */
function countScenesWith(database: Database, word: string): number {
  const term = word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return findNumber(database.find('SELECT doc FROM scene_words WHERE term = ?', term), 'doc') ?? 0;
}

/** Quoted, a word is only ever text to FTS5, whatever it holds (https://sqlite.org/fts5.html#fts5_strings). */
function toPhrase(word: string): string {
  return `"${word.replaceAll('\0', ' ').replaceAll('"', '""')}"`;
}
