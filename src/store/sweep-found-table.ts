import type { ContestedFile, RowRange, SceneRange } from '../gaps/sweep-staging.ts';
import type { FileHit } from '../matching/catalog-index.ts';
import { asPlexPath, asStashPath } from '../model/file-paths.ts';
import { toSceneId, type SceneId } from '../model/ids.ts';
import type { Database, Row } from './database.ts';
import { findText, getNumber, getText } from './rows.ts';
import { listFilesAt, listFileStates } from './scene-files-table.ts';

const SLASHES = `('/', '\\')`;

/**
 * What `toComparablePath` leaves before the first segment, told from a path as Stash names it: the key of a file
 * forgets it, so that `/nas/x` and `//nas/x` share one.
 */
const LEAD = `CASE
  WHEN substr(s.path, 1, 1) NOT IN ${SLASHES} THEN 0
  WHEN substr(s.path, 1, 2) = '\\\\' THEN 2
  WHEN substr(s.path, 2, 1) IN ${SLASHES} AND substr(s.path, 3, 1) NOT IN ${SLASHES} THEN 2
  ELSE 1 END`;

const LEADS = `SELECT DISTINCT ${LEAD} AS lead FROM scene_files s
  WHERE s.scene_id > CAST(? AS INTEGER) AND s.scene_id <= CAST(? AS INTEGER)`;

/** Neighbours in the order of keys lie on one page of the catalog's index; without an order every file costs a page. */
const ORDER = `INSERT INTO sweep_order (n) SELECT n FROM sweep_files WHERE n > ? AND n <= ? ORDER BY stash_key`;

const toMatch = (isSameLead: string) => `INSERT INTO sweep_found (n, hits, scene_id, shown_scene)
  SELECT f.n, count(DISTINCT s.scene_id), min(s.scene_id), f.shown_scene
  FROM sweep_order o JOIN sweep_files f ON f.n = o.n
    LEFT JOIN scene_files s ON s.suffix_key = f.stash_key AND ${isSameLead}
  WHERE o.place > ?1 AND o.place <= ?2 GROUP BY o.place`;

const MATCH = toMatch(`${LEAD} = f.lead`);
/** Where all files of Stash begin alike, the index alone answers: half of the pages are touched. */
const MATCH_BY_INDEX = toMatch('f.lead = ?3');

/** Most files have one hit; others are looked at one by one if that may tell more. */
const CONTESTED = `SELECT f.n, f.plex_path, f.stash_path, CAST(f.shown_scene AS TEXT) AS shown_scene, w.hits
  FROM sweep_found w JOIN sweep_files f ON f.n = w.n
  WHERE w.n > ? AND w.n <= ? AND (w.hits > 1 OR (w.hits = 0 AND f.by_rule = 0 AND f.shown_scene IS NOT NULL))`;

const SETTLE = 'UPDATE sweep_found SET hits = ?, scene_id = ? WHERE n = ?';
const HOLD = 'INSERT OR IGNORE INTO sweep_held_scenes (scene_id) VALUES (?)';

/** Written in the order of their keys: in any other, every transaction would touch every page of these tables. */
const NOTE_HELD = `INSERT OR IGNORE INTO sweep_held_scenes (scene_id) SELECT DISTINCT scene_id FROM sweep_found
  WHERE scene_id > CAST(?1 AS INTEGER) AND scene_id <= CAST(?2 AS INTEGER) ORDER BY scene_id`;

const NOTE_SHOWN = `INSERT INTO sweep_shown_scenes (scene_id, n) SELECT shown_scene, min(n) FROM sweep_found
  WHERE shown_scene > CAST(?1 AS INTEGER) AND shown_scene <= CAST(?2 AS INTEGER)
  GROUP BY shown_scene ORDER BY shown_scene`;

export function listLeads(database: Database, { after, through }: SceneRange): readonly number[] {
  return database.list(LEADS, after ?? '0', through).map((row) => getNumber(row, 'lead'));
}

export function orderFiles(database: Database, { after, through }: RowRange): void {
  database.transaction(() => {
    database.run('DELETE FROM sweep_order');
    database.run(ORDER, after, through);
  });
}

/** Takes files by their places in the order. */
export function matchFiles(
  database: Database,
  { after, through }: RowRange,
  leads: ReadonlySet<number>,
): void {
  const [only, ...others] = leads;
  if (only === undefined || others.length > 0) database.run(MATCH, after, through);
  else database.run(MATCH_BY_INDEX, after, through, only);
}

export function listContested(database: Database, { after, through }: RowRange): readonly ContestedFile[] {
  return database.list(CONTESTED, after, through).map((row) => toContested(database, row));
}

/** Every scene that may have the file has one in Plex, for all that can be known. */
export function settleFile(
  database: Database,
  n: number,
  scenes: readonly SceneId[],
  owner: SceneId | undefined,
): void {
  database.run(SETTLE, owner === undefined ? scenes.length : 1, owner ?? null, n);
  if (scenes.length > 1) for (const scene of scenes) database.run(HOLD, scene);
}

export function noteScenes(database: Database, { after, through }: SceneRange): void {
  database.transaction(() => {
    database.run(NOTE_HELD, after ?? '0', through);
    database.run(NOTE_SHOWN, after ?? '0', through);
  });
}

function toContested(database: Database, row: Row): ContestedFile {
  const [stashPath, shownScene] = [findText(row, 'stash_path'), findText(row, 'shown_scene')];
  const shown = shownScene === undefined ? undefined : toSceneId(shownScene);
  const isAtPath = stashPath !== undefined && getNumber(row, 'hits') > 0;
  return {
    n: getNumber(row, 'n'),
    plexPath: asPlexPath(getText(row, 'plex_path')),
    ...(stashPath !== undefined && { stashPath: asStashPath(stashPath) }),
    ...(shown !== undefined && { shownScene: shown }),
    atPath: isAtPath ? listFilesAt(database, asStashPath(stashPath)) : [],
    ofShown: shown === undefined ? [] : listFilesOf(database, shown),
  };
}

function listFilesOf(database: Database, sceneId: SceneId): readonly FileHit[] {
  return listFileStates(database, sceneId).map(({ path }) => ({ sceneId, path }));
}
