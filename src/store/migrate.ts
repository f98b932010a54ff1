import type { Database } from './database.ts';
import { migrations } from './migrations.ts';
import { DatabaseCorruptError, DatabaseVersionError } from './store-errors.ts';

/** How many migrations this database has seen; 0 for a new one. */
export function getSchemaVersion(database: Database): number {
  return Number(database.find('PRAGMA user_version')?.['user_version']);
}

/** More steps than there will ever be. */
const ABSURD_VERSION = 10_000;

/** A database that has tables has a version: where its header says otherwise it is damaged, and no step would fit it. */
export function expectNumbered(database: Database): void {
  const version = getSchemaVersion(database);
  if (version > 0 && version < ABSURD_VERSION) return;
  if (version === 0 && database.find('SELECT 1 FROM sqlite_schema LIMIT 1') === undefined) return;
  throw new DatabaseCorruptError('expected a database with its version, but got: one that was never written');
}

/**
 * Brings the database up to this program, one transaction a step, so that a kill between two steps loses nothing.
 * @throws DatabaseVersionError when the database is newer than the program
 */
export function migrate(database: Database, steps: readonly string[] = migrations): void {
  const version = getSchemaVersion(database);
  if (version > steps.length) throw tooNew(version, steps.length);
  for (const [index, step] of steps.entries()) {
    if (index >= version) runStep(database, step, index + 1);
  }
}

/** Read-only openings cannot migrate: they want exactly this program's version. */
export function expectSchemaVersion(database: Database, wanted = migrations.length): void {
  const version = getSchemaVersion(database);
  if (version > wanted) throw tooNew(version, wanted);
  if (version < wanted) {
    throw new DatabaseVersionError(
      `expected database version ${wanted}, but got: ${version}, start the service once so that it is brought up to date`,
    );
  }
}

function runStep(database: Database, step: string, version: number): void {
  database.transaction(() => {
    database.runAll(step);
    database.runAll(`PRAGMA user_version = ${version}`);
  });
}

function tooNew(version: number, known: number): DatabaseVersionError {
  return new DatabaseVersionError(
    `expected a database of version ${known} or older, but got: ${version}, it was written by a newer Stash2Plex: ` +
      'run that version again, or use another DATA_DIR',
  );
}
