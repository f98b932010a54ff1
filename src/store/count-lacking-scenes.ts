import type { Database } from './database.ts';
import { getNumber } from './rows.ts';

const WITHOUT_FILES = `SELECT count(*) AS scenes FROM scenes
  WHERE NOT EXISTS (SELECT 1 FROM scene_files WHERE scene_files.scene_id = scenes.id)`;

const WITHOUT_COVER = 'SELECT count(*) AS scenes FROM scenes WHERE has_cover = 0';

/** Scenes of the catalog that no file in Plex can be. */
export function countScenesWithoutFiles(database: Database): number {
  return getNumber(database.find(WITHOUT_FILES), 'scenes');
}

/** Scenes of the catalog that Stash has no picture for. */
export function countScenesWithoutCover(database: Database): number {
  return getNumber(database.find(WITHOUT_COVER), 'scenes');
}
