import { Database, type Row } from './database.ts';

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

/** What came over of one table. */
export interface RescuedTable {
  readonly table: string;
  readonly rows: number;
  /** False when damage hid rows. */
  readonly isWhole: boolean;
}

/**
 * Copies what can still be read of the irreplaceable tables out of a damaged database into a sound one; whatever cannot
 * be read stays behind. The damaged one is only read, on a connection of its own, so that the damage it meets is not
 * taken for damage of the sound one.
 */
export function rescueRows(sound: Database, damagedFile: string): readonly RescuedTable[] {
  const damaged = orNothing(() => new Database(damagedFile, { readOnly: true, salvage: true }));
  if (damaged === undefined) return [];
  try {
    const tables = IRREPLACEABLE.map((table) => sound.transaction(() => copyTable(damaged, sound, table)));
    return tables.filter(({ rows, isWhole }) => rows > 0 || isWhole);
  } finally {
    orNothing(() => damaged.close());
  }
}

/** From both ends, since damage in the middle hides from either what lies behind it. */
function copyTable(damaged: Database, sound: Database, table: string): RescuedTable {
  const columns = sound.list(`PRAGMA table_info(${table})`);
  const names = columns.map((column) => String(column['name']));
  const keys = columns.filter((column) => column['pk'] !== 0).map((column) => String(column['name']));
  const from = (order: string) =>
    `SELECT * FROM ${table} ORDER BY ${keys.map((key) => `${key} ${order}`).join()}`;
  const copy = (row: Row) => copyRow(sound, table, names, row);
  const isWhole = takeEach(damaged, from('ASC'), copy) || (takeEach(damaged, from('DESC'), copy), false);
  const rows = Number(sound.find(`SELECT count(*) AS n FROM ${table}`)?.['n']);
  return { table, rows, isWhole };
}

/** True when every row there is was read and taken. */
function takeEach(damaged: Database, query: string, take: (row: Row) => boolean): boolean {
  const left = orNothing(() => {
    let refused = 0;
    for (const row of damaged.stream(query)) if (!take(row)) refused += 1;
    return refused;
  });
  return left === 0;
}

/** Damage may have changed what a row holds, and then the table refuses it. */
function copyRow(sound: Database, table: string, names: readonly string[], row: Row): boolean {
  const known = names.filter((name) => row[name] !== undefined);
  const sql = `INSERT OR IGNORE INTO ${table} (${known.join()}) VALUES (${known.map(() => '?').join()})`;
  return orNothing(() => sound.run(sql, ...known.map((name) => row[name] ?? null))) !== undefined;
}

/** Damage is the expected case here, so that every failure just means "not this one". */
function orNothing<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
