import { Database } from './database.ts';
import { getSchemaVersion } from './migrate.ts';

/** What Stash cannot give again: the keys that artwork addresses are signed with, the ledger, gaps with their suppressions. */
const IRREPLACEABLE = [
  'secrets',
  'settings',
  'served_scenes',
  'rule_hits',
  'gaps',
  'sweeps',
  'sweep_sections',
];

/**
 * Copies what can still be read of the irreplaceable tables out of a damaged database into a sound one.
 * Returns the tables that came over; whatever cannot be read stays behind. It works on a connection of its own, so
 * that the damage it meets is not taken for damage of the sound one.
 */
export function rescueRows(file: string, damagedFile: string): readonly string[] {
  const database = new Database(file);
  try {
    if (!attach(database, damagedFile)) return [];
    return IRREPLACEABLE.filter((table) => copyTable(database, table));
  } finally {
    succeeds(() => database.close());
  }
}

function attach(database: Database, file: string): boolean {
  return succeeds(() => {
    database.run('ATTACH DATABASE ? AS damaged', file);
    const version = Number(database.find('PRAGMA damaged.user_version')?.['user_version']);
    if (version !== getSchemaVersion(database)) throw new Error('expected the same version');
  });
}

function copyTable(database: Database, table: string): boolean {
  return succeeds(() => database.run(`INSERT OR IGNORE INTO main.${table} SELECT * FROM damaged.${table}`));
}

/** Damage is the expected case here, so that every failure just means "not this one". */
function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
