import type { FoundGap } from '../gaps/gap.ts';
import { toFoldedText } from '../gaps/gap-text.ts';
import type { SceneId } from '../model/ids.ts';
import type { Database, SqlValue } from './database.ts';
import { findText } from './rows.ts';

const STUDIO = `SELECT json_extract(copy, '$.studio.name') AS studio FROM scene_copies WHERE scene_id = ?`;

/** The values of `FOUND_COLUMNS`, in their order. */
export function toFoundValues(database: Database, found: FoundGap): SqlValue[] {
  const { kind, subject, reason, plexPath, stashPath, plexRatingKey, plexLibrary, sceneId } = found;
  const optional = [plexPath, stashPath, plexRatingKey, plexLibrary, sceneId].map((value) => value ?? null);
  return [kind, subject, reason, ...optional, toPathText(found), findStudioText(database, sceneId)];
}

/** Both paths as filters compare them, Plex's first: lists are ordered by it too. */
function toPathText({ plexPath, stashPath }: FoundGap): string {
  const paths = [plexPath, stashPath].filter((path) => path !== undefined);
  return paths.map(toFoldedText).join('\n');
}

/** The studio's name as filters compare it. */
function findStudioText(database: Database, sceneId: SceneId | undefined): string | null {
  if (sceneId === undefined) return null;
  const studio = findText(database.find(STUDIO, sceneId), 'studio');
  return studio === undefined ? null : toFoldedText(studio);
}
