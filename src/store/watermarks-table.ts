import type { Database } from './database.ts';
import { findText } from './rows.ts';

/** Texts that Stash itself sent, up to which its changes are known. */
export function findWatermark(database: Database, name: string): string | undefined {
  return findText(database.find('SELECT text FROM watermarks WHERE name = ?', name), 'text');
}

export function recordWatermark(database: Database, name: string, text: string): void {
  const sql = `INSERT INTO watermarks (name, text) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET text = excluded.text`;
  database.run(sql, name, text);
}
