import type { SectionCount } from '../gaps/sweep-store.ts';
import type { Database } from './database.ts';
import { findNumber, getNumber, getText } from './rows.ts';

export function listSectionCounts(database: Database): readonly SectionCount[] {
  const sql = 'SELECT section_key, title, items, held_items FROM sweep_sections ORDER BY section_key';
  return database.list(sql).map((row) => {
    const heldItems = findNumber(row, 'held_items');
    return {
      key: getText(row, 'section_key'),
      title: getText(row, 'title'),
      items: getNumber(row, 'items'),
      ...(heldItems !== undefined && { heldItems }),
    };
  });
}

export function recordSectionCounts(database: Database, counts: readonly SectionCount[]): void {
  const sql =
    'INSERT OR REPLACE INTO sweep_sections (section_key, title, items, held_items) VALUES (?, ?, ?, ?)';
  database.transaction(() => {
    database.run('DELETE FROM sweep_sections');
    for (const { key, title, items, heldItems } of counts)
      database.run(sql, key, title, items, heldItems ?? null);
  });
}
