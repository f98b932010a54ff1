import type { EntityKind } from '../catalog/scene-source.ts';
import type { SceneId } from '../model/ids.ts';
import type { Scene, Studio } from '../model/scene.ts';
import type { Database } from './database.ts';
import { getSceneId } from './rows.ts';

/**
 * Fifteen links a scene would scatter fifteen rows over an ordinary index; a full-text index of made-up words such as
 * `tag12` gathers them in memory and writes them in order.
 */
export function insertEntityLinks(database: Database, scene: Scene): void {
  const sql = 'INSERT INTO scene_entities (rowid, entities) VALUES (?, ?)';
  database.run(sql, BigInt(scene.id), listLinks(scene).join(' '));
}

export function deleteEntityLinks(database: Database, id: SceneId): void {
  database.run('DELETE FROM scene_entities WHERE rowid = ?', BigInt(id));
}

/** The scenes that show this performer, studio (also as a parent), tag or group. */
export function listScenesOfEntity(database: Database, kind: EntityKind, id: string): readonly SceneId[] {
  const sql = `SELECT CAST(rowid AS TEXT) AS scene FROM scene_entities
    WHERE scene_entities MATCH ? ORDER BY rowid`;
  return database.list(sql, toWord(kind, id)).map(getSceneId);
}

function listLinks(scene: Scene): readonly string[] {
  return [
    ...scene.performers.map(({ id }) => toWord('PERFORMER', id)),
    ...listStudios(scene.studio).map(({ id }) => toWord('STUDIO', id)),
    ...scene.tags.map(({ id }) => toWord('TAG', id)),
    ...scene.groups.map(({ id }) => toWord('GROUP', id)),
  ];
}

/** One word to the tokenizer whatever the id is made of; Stash's own are digits. */
function toWord(kind: EntityKind, id: string): string {
  return /^[0-9]+$/.test(id) ? `${kind}${id}` : `${kind}x${Buffer.from(id).toString('hex')}`;
}

function listStudios(studio: Studio | undefined): readonly Studio[] {
  return studio ? [studio, ...listStudios(studio.parent)] : [];
}
