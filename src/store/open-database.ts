import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, type Clock } from '../lib/clock.ts';
import { lockDataFolder, type DataFolderLock } from './data-folder-lock.ts';
import { Database } from './database.ts';
import { expectNumbered, expectSchemaVersion, migrate } from './migrate.ts';
import { finishReplacement, replaceDamaged, type ReplacedDatabase } from './replace-damaged.ts';
import {
  DatabaseCorruptError,
  DatabaseMissingError,
  DatabaseReadOnlyError,
  DataFolderError,
} from './store-errors.ts';

const DATABASE_FILE = 'stash2plex.sqlite';

export interface DatabaseOptions {
  /** DATA_DIR; created when it is missing. */
  readonly folder: string;
  /** For commands that look into the database beside a running service. */
  readonly readOnly?: boolean;
  readonly clock?: Clock;
  /** Told once, when damage is met while the database is in use. */
  readonly onDamage?: () => void;
  /** Told when a damaged file was replaced, at the opening or, if it was met in use, at the closing. */
  readonly onReplaced?: (replaced: ReplacedDatabase) => void;
}

export interface OpenedDatabase {
  readonly database: Database;
  /** Closes the file and gives the folder free. */
  readonly close: () => void;
}

/**
 * Opens the one database in DATA_DIR: alone (for the service) or read-only (for commands).
 *
 * A damaged file is set aside and a new one begun with what can be read of it, since Stash can fill the catalog again.
 *
 * @throws DataFolderError, DataFolderInUseError, DatabaseVersionError, DatabaseMissingError, DiskFullError
 */
export function openDatabase(options: DatabaseOptions): OpenedDatabase {
  return options.readOnly ? openReadOnly(options.folder) : openAlone(options);
}

function openReadOnly(folder: string): OpenedDatabase {
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(file)) {
    throw new DatabaseMissingError(
      `expected a database in ${folder}, but got: none, start the service once, or check DATA_DIR`,
    );
  }
  const database = new Database(file, { readOnly: true });
  try {
    database.configure({ readOnly: true });
    expectSchemaVersion(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return { database, close: () => database.close() };
}

function openAlone(options: DatabaseOptions): OpenedDatabase {
  ensureFolder(options.folder);
  const lock = lockDataFolder(options.folder);
  try {
    const database = openSound(join(options.folder, DATABASE_FILE), options);
    if (options.onDamage) database.watchDamage(options.onDamage);
    return { database, close: () => close(database, lock, options) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openSound(file: string, options: DatabaseOptions): Database {
  finishReplacement(file);
  try {
    return openAndMigrate(file);
  } catch (error) {
    if (!(error instanceof DatabaseCorruptError)) throw error;
    replace(file, 'the database file was damaged or cut short', options);
    return openAndMigrate(file);
  }
}

function close(database: Database, lock: DataFolderLock, options: DatabaseOptions): void {
  if (!database.isOpen) return;
  try {
    database.close();
    if (database.foundCorrupt)
      replace(database.file, 'damage was met while the database was in use', options);
  } finally {
    lock.release();
  }
}

function replace(file: string, reason: string, { clock = systemClock, onReplaced }: DatabaseOptions): void {
  const replaced = replaceDamaged(file, reason, clock.now());
  onReplaced?.(replaced);
}

function openAndMigrate(file: string): Database {
  const leftOver = existsSync(`${file}-wal`);
  const database = new Database(file);
  try {
    expectWritable(database);
    database.configure({ readOnly: false });
    if (leftOver) checkDeeply(database);
    expectNumbered(database);
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Better told at the start than at the first write. SQLite takes a file for read-only also when its header names a later
 * file format than any release has written: where the system lets us write, that is damage.
 */
function expectWritable(database: Database): void {
  try {
    database.transaction(() => undefined);
  } catch (error) {
    if (!(error instanceof DatabaseReadOnlyError) || !isWritable(database.file)) throw error;
    throw new DatabaseCorruptError('expected a database, but got: a header that no SQLite has written', {
      cause: error,
    });
  }
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A log left over means that the last process did not end by itself: worth reading the whole file once. */
function checkDeeply(database: Database): void {
  const finding = database.find('PRAGMA quick_check(1)')?.['quick_check'];
  if (finding === 'ok') return;
  throw new DatabaseCorruptError('expected a sound database, but got: damage found by quick_check');
}

function ensureFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new DataFolderError(
      `expected DATA_DIR ${folder} to be a folder that can be written, but got: ${code}, check its owner and mount`,
      { cause: error },
    );
  }
}
