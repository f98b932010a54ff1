import type { ServedEntry } from '../metadata/served-ledger.ts';
import type { SceneId } from '../model/ids.ts';
import type { Database, Row } from './database.ts';
import { getNumber, getSceneId, getText } from './rows.ts';

const UPSERT = `INSERT INTO served_scenes (scene_id, served_at, fingerprint, scene_updated_at, via)
  VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (scene_id) DO UPDATE SET served_at = excluded.served_at, fingerprint = excluded.fingerprint,
    scene_updated_at = excluded.scene_updated_at, via = excluded.via`;

const PRUNE = `DELETE FROM served_scenes
  WHERE NOT EXISTS (SELECT 1 FROM scenes WHERE scenes.id = served_scenes.scene_id)`;

const COLUMNS = `CAST(scene_id AS TEXT) AS scene, served_at, fingerprint, scene_updated_at, via`;

export function upsertServed(database: Database, entry: ServedEntry): void {
  const { sceneId, servedAt, fingerprint, sceneUpdatedAt, via } = entry;
  database.run(UPSERT, sceneId, servedAt, fingerprint, sceneUpdatedAt, via);
}

export function findServed(database: Database, id: SceneId): ServedEntry | undefined {
  const row = database.find(`SELECT ${COLUMNS} FROM served_scenes WHERE scene_id = ?`, id);
  return row && toServedEntry(row);
}

/** Forgets what was served of scenes that are in the catalog no longer; Stash gives no id twice. */
export function pruneServed(database: Database): void {
  database.run(PRUNE);
}

/** Every scene that was served, one by one. */
export function* streamServed(database: Database): Generator<ServedEntry> {
  const rows = database.stream(`SELECT ${COLUMNS} FROM served_scenes ORDER BY scene_id`);
  for (const row of rows) yield toServedEntry(row);
}

function toServedEntry(row: Row): ServedEntry {
  return {
    sceneId: getSceneId(row),
    servedAt: getNumber(row, 'served_at'),
    fingerprint: getText(row, 'fingerprint'),
    sceneUpdatedAt: getText(row, 'scene_updated_at'),
    via: getText(row, 'via') as ServedEntry['via'],
  };
}
