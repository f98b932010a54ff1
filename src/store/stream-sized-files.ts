import type { Database } from './database.ts';
import { getText } from './rows.ts';

/** A file of the catalog with its size, where the copy of its scene tells it. */
export interface SizedFile {
  readonly path: string;
  /** bytes */
  readonly size?: number;
}

const ALL = `SELECT file.path AS path, (
    SELECT json_extract(known.value, '$.size') FROM json_each(copy.copy, '$.files') AS known
    WHERE json_extract(known.value, '$.path') = file.path
  ) AS size
  FROM scene_files AS file LEFT JOIN scene_copies AS copy USING (scene_id)
  ORDER BY file.scene_id, file.position`;

/** Every file of the catalog with its size, one by one. */
export function* streamSizedFiles(database: Database): Generator<SizedFile> {
  for (const row of database.stream(ALL)) {
    const [path, size] = [getText(row, 'path'), row['size']];
    yield typeof size === 'number' ? { path, size } : { path };
  }
}
