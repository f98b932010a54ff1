import type { EntityKind } from '../catalog/scene-source.ts';
import type { SceneId } from '../model/ids.ts';
import type { Scene, Studio } from '../model/scene.ts';
import type { Database } from './database.ts';
import { getSceneId } from './rows.ts';

type Link = readonly [EntityKind, string];

export function insertEntityLinks(database: Database, scene: Scene): void {
  const sql = 'INSERT OR IGNORE INTO scene_entities (kind, entity_id, scene_id) VALUES (?, ?, ?)';
  for (const [kind, id] of listLinks(scene)) database.run(sql, kind, id, scene.id);
}

/** `scene` as it was recorded: the table is ordered by entity, not by scene. */
export function deleteEntityLinks(database: Database, scene: Scene): void {
  const sql = 'DELETE FROM scene_entities WHERE kind = ? AND entity_id = ? AND scene_id = ?';
  for (const [kind, id] of listLinks(scene)) database.run(sql, kind, id, scene.id);
}

/** The scenes that show this performer, studio (also as a parent), tag or group. */
export function listScenesOfEntity(database: Database, kind: EntityKind, id: string): readonly SceneId[] {
  const sql = `SELECT CAST(scene_id AS TEXT) AS scene_id FROM scene_entities
    WHERE kind = ? AND entity_id = ? ORDER BY scene_id`;
  return database.list(sql, kind, id).map(getSceneId);
}

function listLinks(scene: Scene): readonly Link[] {
  return [
    ...scene.performers.map(({ id }): Link => ['PERFORMER', id]),
    ...listStudios(scene.studio).map(({ id }): Link => ['STUDIO', id]),
    ...scene.tags.map(({ id }): Link => ['TAG', id]),
    ...scene.groups.map(({ id }): Link => ['GROUP', id]),
  ];
}

function listStudios(studio: Studio | undefined): readonly Studio[] {
  return studio ? [studio, ...listStudios(studio.parent)] : [];
}
