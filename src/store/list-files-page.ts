import type { FileHit } from '../matching/catalog-index.ts';
import { asStashPath } from '../model/file-paths.ts';
import type { Database } from './database.ts';
import { getSceneId, getText } from './rows.ts';

/** A file's place in the order of pages. */
export interface FilePlace {
  readonly sceneId: string;
  readonly fileId: string;
}

const AFTER = `SELECT CAST(scene_id AS TEXT) AS scene, file_id, path FROM scene_files
  WHERE (scene_id, file_id) > (CAST(? AS INTEGER), ?) ORDER BY scene_id, file_id LIMIT ?`;

/**
 * Files of the catalog in pages, so that others may write between two of them: an open cursor would hold on to the
 * state of its beginning.
 */
export function listFilesPage(
  database: Database,
  after: FilePlace | undefined,
  limit: number,
): { readonly files: readonly FileHit[]; readonly last: FilePlace | undefined } {
  const rows = database.list(AFTER, after?.sceneId ?? '0', after?.fileId ?? '', limit);
  const files = rows.map((row) => ({ sceneId: getSceneId(row), path: asStashPath(getText(row, 'path')) }));
  const end = rows.at(-1);
  return { files, last: end && { sceneId: getSceneId(end), fileId: getText(end, 'file_id') } };
}
