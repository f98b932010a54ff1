import type { EntityKind } from '../catalog/scene-source.ts';
import type { Database } from './database.ts';
import { findText } from './rows.ts';

/** The state of a performer, studio, tag or group that was last acted upon; only those that ever changed are here. */
export function findEntityUpdatedAt(database: Database, kind: EntityKind, id: string): string | undefined {
  const sql = 'SELECT updated_at FROM entity_states WHERE kind = ? AND entity_id = ?';
  return findText(database.find(sql, kind, id), 'updated_at');
}

export function recordEntityUpdatedAt(
  database: Database,
  kind: EntityKind,
  id: string,
  updatedAt: string,
): void {
  const sql = `INSERT INTO entity_states (kind, entity_id, updated_at) VALUES (?, ?, ?)
    ON CONFLICT (kind, entity_id) DO UPDATE SET updated_at = excluded.updated_at`;
  database.run(sql, kind, id, updatedAt);
}
