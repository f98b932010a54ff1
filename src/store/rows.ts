import { asStashPath } from '../model/file-paths.ts';
import { toSceneId, type SceneId } from '../model/ids.ts';
import type { FileState } from '../catalog/scene-source.ts';
import type { Row } from './database.ts';

/** A text column of a row that the query certainly selected. */
export function getText(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new TypeError(`expected text in column ${column}, but got: ${typeof value}`);
}

export function findText(row: Row | undefined, column: string): string | undefined {
  return row?.[column] == null ? undefined : getText(row, column);
}

export function getNumber(row: Row | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value === 'number') return value;
  throw new TypeError(`expected a number in column ${column}, but got: ${typeof value}`);
}

export function findNumber(row: Row | undefined, column: string): number | undefined {
  return row?.[column] == null ? undefined : getNumber(row, column);
}

/**
 * Scene ids are selected as text, since they may be greater than a JavaScript number can hold, and under a name of
 * their own: ordering by the column's name would order the text.
 */
export function getSceneId(row: Row): SceneId {
  return toSceneId(getText(row, 'scene'));
}

export function toFileState(row: Row): FileState {
  return {
    id: getText(row, 'file_id'),
    path: asStashPath(getText(row, 'path')),
    updatedAt: getText(row, 'updated_at'),
  };
}
