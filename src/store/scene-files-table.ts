import type { FileState } from '../catalog/scene-source.ts';
import type { FileHit } from '../matching/catalog-index.ts';
import { asStashPath, type StashPath } from '../model/file-paths.ts';
import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import { toFoldedPath } from '../paths/normal-form.ts';
import type { Database, Row } from './database.ts';
import { getNumber, getSceneId, getText, toFileState } from './rows.ts';
import { toKeyRange, toSuffixKey } from './suffix-key.ts';

const INSERT = `INSERT INTO scene_files (scene_id, position, file_id, path, updated_at, suffix_key)
  VALUES (?, ?, ?, ?, ?, ?)`;

const ENDING_IN = `SELECT CAST(scene_id AS TEXT) AS scene, path FROM scene_files
  WHERE suffix_key >= ? AND suffix_key < ? ORDER BY suffix_key, scene_id, position LIMIT ?`;

const AT = 'SELECT CAST(scene_id AS TEXT) AS scene, path FROM scene_files WHERE suffix_key = ?';

const OF_SCENE = 'SELECT file_id, path, updated_at FROM scene_files WHERE scene_id = ? ORDER BY position';

const IN_RANGE = `SELECT CAST(scene_id AS TEXT) AS scene, file_id, path, updated_at FROM scene_files
  WHERE scene_id > CAST(? AS INTEGER) AND scene_id <= CAST(? AS INTEGER) ORDER BY scene_id, position`;

export function insertFiles(database: Database, scene: Scene): void {
  for (const [position, file] of scene.files.entries()) {
    database.run(INSERT, scene.id, position, file.id, file.path, file.updatedAt, toSuffixKey(file.path));
  }
}

export function deleteFiles(database: Database, id: SceneId): void {
  database.run('DELETE FROM scene_files WHERE scene_id = ?', id);
}

export function listFileStates(database: Database, id: SceneId): readonly FileState[] {
  return database.list(OF_SCENE, id).map(toFileState);
}

/** The files of all scenes with ids in `(after, through]`, by scene. */
export function listFileStatesByScene(
  database: Database,
  after: SceneId | undefined,
  through: SceneId,
): ReadonlyMap<SceneId, readonly FileState[]> {
  const rows = database.list(IN_RANGE, after ?? '0', through);
  const byScene = Map.groupBy(rows, getSceneId);
  return new Map([...byScene].map(([id, files]) => [id, files.map(toFileState)]));
}

/** The key forgets what precedes the first segment (`/x`, `//x`, `x`), so that the whole path is compared once more. */
export function listFilesAt(database: Database, path: StashPath): readonly FileHit[] {
  const folded = toFoldedPath(path);
  const hits = database.list(AT, toSuffixKey(path)).map(toFileHit);
  return hits.filter((hit) => toFoldedPath(hit.path) === folded);
}

export function listFilesEndingIn(
  database: Database,
  segments: readonly string[],
  limit: number,
): readonly FileHit[] {
  const key = toSuffixKey(segments.join('/'));
  if (key === '') return [];
  const { from, below } = toKeyRange(key);
  return database.list(ENDING_IN, from, below, limit).map(toFileHit);
}

/** How many files the catalog holds. */
export function countCatalogFiles(database: Database): number {
  return getNumber(database.find('SELECT count(*) AS files FROM scene_files'), 'files');
}

function toFileHit(row: Row): FileHit {
  return { sceneId: getSceneId(row), path: asStashPath(getText(row, 'path')) };
}
