import type { Database } from './database.ts';
import { findText } from './rows.ts';

/** Facts about this data folder, such as the provider id that its ledger was begun with. */
export function findSetting(database: Database, name: string): string | undefined {
  return findText(database.find('SELECT value FROM settings WHERE name = ?', name), 'value');
}

export function recordSetting(database: Database, name: string, value: string): void {
  const sql = `INSERT INTO settings (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
  database.run(sql, name, value);
}
