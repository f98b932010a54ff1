import type {
  AbsentScene,
  ItemAgent,
  OddFile,
  RowRange,
  SceneRange,
  ServedBefore,
  ShownFile,
} from '../gaps/sweep-staging.ts';
import { asPlexPath, asStashPath } from '../model/file-paths.ts';
import { parseSceneId, toSceneId, type SceneId } from '../model/ids.ts';
import type { Database, Row } from './database.ts';
import { findText, getNumber, getSceneId, getText } from './rows.ts';

const ODD = `SELECT f.rating_key, f.library, f.agent, CAST(f.shown_scene AS TEXT) AS shown_scene, f.plex_path,
    f.stash_path, w.hits, CAST(w.scene_id AS TEXT) AS found_scene,
    EXISTS (SELECT 1 FROM scenes WHERE id = f.shown_scene) AS shown_exists
  FROM sweep_found w JOIN sweep_files f ON f.n = w.n
  WHERE w.n > ? AND w.n <= ? AND (w.scene_id IS NULL OR f.shown_scene IS NOT w.scene_id) ORDER BY w.n`;

const EMPTY = (hasSomething: string) => `SELECT f.rating_key, f.library, f.plex_path,
    CAST(w.scene_id AS TEXT) AS scene
  FROM sweep_files f JOIN sweep_found w ON w.n = f.n JOIN scene_copies c ON c.scene_id = w.scene_id
  WHERE f.n > ? AND f.n <= ? AND f.shows_something = 0 AND f.shown_scene = w.scene_id AND (${hasSomething})
  ORDER BY f.n`;

/** What makes Plex show something, by the field settings that switch it off. */
const SHOWN_BY = {
  summary: "json_extract(c.copy, '$.details') IS NOT NULL",
  studio: "json_extract(c.copy, '$.studio') IS NOT NULL",
  performers: "json_array_length(c.copy, '$.performers') > 0",
  tags: "json_array_length(c.copy, '$.tags') > 0",
} as const;

/** Which fields are served at all: one that is off cannot be missing in Plex. */
export type ServedFields = Readonly<Record<keyof typeof SHOWN_BY, boolean>>;

const PAGE = `SELECT CAST(max(id) AS TEXT) AS scene
  FROM (SELECT id FROM scenes WHERE id > CAST(? AS INTEGER) ORDER BY id LIMIT ?)`;

const SERVED = `SELECT CAST(s.id AS TEXT) AS scene, s.updated_at, l.scene_updated_at, f.rating_key, f.library,
    f.plex_path
  FROM scenes s JOIN served_scenes l ON l.scene_id = s.id JOIN sweep_shown_scenes w ON w.scene_id = s.id
    JOIN sweep_files f ON f.n = w.n
  WHERE s.id > CAST(? AS INTEGER) AND s.id <= CAST(? AS INTEGER) AND l.scene_updated_at <> s.updated_at`;

const ABSENT = `SELECT CAST(f.scene_id AS TEXT) AS scene, f.path FROM scene_files f
  WHERE f.scene_id > CAST(? AS INTEGER) AND f.scene_id <= CAST(? AS INTEGER)
    AND NOT EXISTS (SELECT 1 FROM sweep_held_scenes h WHERE h.scene_id = f.scene_id)
  ORDER BY f.scene_id, f.position`;

const FILES = `SELECT count(*) AS files FROM scene_files
  WHERE scene_id > CAST(? AS INTEGER) AND scene_id <= CAST(? AS INTEGER)`;

/** Before the first scene. */
const NO_SCENE = '0';

export function listOddFiles(database: Database, { after, through }: RowRange): readonly OddFile[] {
  return database.list(ODD, after, through).map(toOddFile);
}

export function listEmptyFiles(
  database: Database,
  { after, through }: RowRange,
  served: ServedFields,
): readonly ShownFile[] {
  const fields = Object.keys(SHOWN_BY) as (keyof typeof SHOWN_BY)[];
  const conditions = fields.filter((field) => served[field]).map((field) => SHOWN_BY[field]);
  if (conditions.length === 0) return [];
  return database.list(EMPTY(conditions.join(' OR ')), after, through).map(toShownFile);
}

export function findScenePage(
  database: Database,
  after: SceneId | undefined,
  limit: number,
): SceneId | undefined {
  return parseSceneId(findText(database.find(PAGE, after ?? NO_SCENE, limit), 'scene'));
}

export function listServedBefore(
  database: Database,
  { after, through }: SceneRange,
): readonly ServedBefore[] {
  return database.list(SERVED, after ?? NO_SCENE, through).map((row) => ({
    ...toShownFile(row),
    updatedAt: getText(row, 'updated_at'),
    servedUpdatedAt: getText(row, 'scene_updated_at'),
  }));
}

export function listAbsentScenes(database: Database, { after, through }: SceneRange): readonly AbsentScene[] {
  const rows = database.list(ABSENT, after ?? NO_SCENE, through);
  const byScene = Map.groupBy(rows, getSceneId);
  return [...byScene].map(([sceneId, files]) => ({
    sceneId,
    paths: files.map((row) => asStashPath(getText(row, 'path'))),
  }));
}

export function countFiles(database: Database, { after, through }: SceneRange): number {
  return getNumber(database.find(FILES, after ?? NO_SCENE, through), 'files');
}

function toOddFile(row: Row): OddFile {
  const stashPath = findText(row, 'stash_path');
  const [shown, found] = [findText(row, 'shown_scene'), findText(row, 'found_scene')];
  return {
    ratingKey: getText(row, 'rating_key'),
    library: getText(row, 'library'),
    agent: getText(row, 'agent') as ItemAgent,
    plexPath: asPlexPath(getText(row, 'plex_path')),
    ...(stashPath !== undefined && { stashPath: asStashPath(stashPath) }),
    ...(shown !== undefined && { shownScene: toSceneId(shown) }),
    shownExists: getNumber(row, 'shown_exists') === 1,
    isTied: getNumber(row, 'hits') > 1,
    ...(found !== undefined && { foundScene: toSceneId(found) }),
  };
}

function toShownFile(row: Row): ShownFile {
  return {
    ratingKey: getText(row, 'rating_key'),
    library: getText(row, 'library'),
    plexPath: asPlexPath(getText(row, 'plex_path')),
    sceneId: getSceneId(row),
  };
}
