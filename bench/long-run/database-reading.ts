import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../src/store/database.ts';
import { findNumber } from '../../src/store/rows.ts';

/** What the database of a running service takes and holds. */
export interface DatabaseReading {
  readonly fileBytes: number;
  /** The write-ahead log beside it. */
  readonly logBytes: number;
  /** Of the file, what no table uses any more. */
  readonly freeBytes: number;
  /** Rows by table, those that search keeps for itself left out. */
  readonly rows: Readonly<Record<string, number>>;
  /** Gaps by state, and the sweeps that the schedule began, oldest first. */
  readonly gaps: Readonly<Record<string, number>>;
  readonly scheduledSweeps: readonly StoredSweep[];
  /** When the oldest that is remembered of the past was: a sweep, or the end of a gap that nobody had hidden. */
  readonly oldestAt: number | undefined;
}

export interface StoredSweep {
  readonly startedAt: number;
  readonly state: string;
}

const TABLES = `SELECT name FROM sqlite_schema
  WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'scene_search%'
    AND name NOT LIKE 'scene_entities%' AND name NOT LIKE 'scene_words%' ORDER BY name`;

const OLDEST = `SELECT min(at) AS oldest FROM (
  SELECT min(started_at) AS at FROM sweeps
  UNION ALL SELECT min(closed_at) FROM gaps WHERE state = 'CLOSED' AND suppressed_at IS NULL)`;

/** Looks into the database beside the service. */
export function readDatabase(dataDir: string): DatabaseReading {
  const file = join(dataDir, 'stash2plex.sqlite');
  const database = new Database(file, { readOnly: true });
  try {
    const pageSize = readNumber(database, 'PRAGMA page_size');
    return {
      fileBytes: readSize(file),
      logBytes: readSize(`${file}-wal`),
      freeBytes: readNumber(database, 'PRAGMA freelist_count') * pageSize,
      rows: Object.fromEntries(
        database.list(TABLES).map(({ name }) => [String(name), countRows(database, name)]),
      ),
      gaps: Object.fromEntries(
        database
          .list('SELECT state, count(*) AS gaps FROM gaps GROUP BY state')
          .map(({ state, gaps }) => [String(state), Number(gaps)]),
      ),
      scheduledSweeps: database
        .list("SELECT started_at, state FROM sweeps WHERE trigger = 'SCHEDULE' ORDER BY id")
        .map((row) => ({ startedAt: Number(row['started_at']), state: String(row['state']) })),
      oldestAt: findNumber(database.find(OLDEST) ?? {}, 'oldest'),
    };
  } finally {
    database.close();
  }
}

function countRows(database: Database, table: unknown): number {
  return readNumber(database, `SELECT count(*) AS n FROM "${String(table)}"`);
}

function readNumber(database: Database, sql: string): number {
  return Number(Object.values(database.find(sql) ?? {})[0]);
}

function readSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
