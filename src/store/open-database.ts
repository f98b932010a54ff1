import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, type Clock } from '../lib/clock.ts';
import { lockDataFolder, type DataFolderLock } from './data-folder-lock.ts';
import { Database } from './database.ts';
import { expectSchemaVersion, migrate } from './migrate.ts';
import { rescueRows } from './rescue-rows.ts';
import { setAside, type SetAsideFile } from './set-aside.ts';
import { DatabaseCorruptError, DatabaseMissingError, DataFolderError } from './store-errors.ts';

const DATABASE_FILE = 'stash2plex.sqlite';

export interface DatabaseOptions {
  /** DATA_DIR; created when it is missing. */
  readonly folder: string;
  /** For commands that look into the database beside a running service. */
  readonly readOnly?: boolean;
  readonly clock?: Clock;
}

export interface OpenedDatabase {
  readonly database: Database;
  /** Present when a damaged file was found and a new one begun: to be said loudly. */
  readonly setAside?: SetAsideFile & { readonly rescued: readonly string[] };
  /** Closes the file and gives the folder free. */
  readonly close: () => void;
}

/**
 * Opens the one database in DATA_DIR: alone (for the service) or read-only (for commands).
 *
 * A damaged file is set aside and a new one begun, since Stash can fill the catalog again.
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

function openAlone({ folder, clock = systemClock }: DatabaseOptions): OpenedDatabase {
  ensureFolder(folder);
  const lock = lockDataFolder(folder);
  try {
    return openSound(join(folder, DATABASE_FILE), lock, clock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openSound(file: string, lock: DataFolderLock, clock: Clock): OpenedDatabase {
  try {
    return toOpened(openAndMigrate(file), lock, clock);
  } catch (error) {
    if (!(error instanceof DatabaseCorruptError)) throw error;
    const aside = setAside(file, 'the database file was damaged or cut short', clock.now());
    const database = openAndMigrate(file);
    const rescued = rescueRows(file, aside.path);
    return { ...toOpened(database, lock, clock), setAside: { ...aside, rescued } };
  }
}

function openAndMigrate(file: string): Database {
  const leftOver = existsSync(`${file}-wal`);
  const database = new Database(file);
  try {
    database.configure({ readOnly: false });
    if (leftOver) checkDeeply(database);
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A log left over means that the last process did not end by itself: worth reading the whole file once. */
function checkDeeply(database: Database): void {
  const finding = database.find('PRAGMA quick_check(1)')?.['quick_check'];
  if (finding === 'ok') return;
  throw new DatabaseCorruptError('expected a sound database, but got: damage found by quick_check');
}

function toOpened(database: Database, lock: DataFolderLock, clock: Clock): OpenedDatabase {
  const close = () => {
    if (!database.isOpen) return;
    database.close();
    if (database.foundCorrupt) setAside(database.file, 'damage was found while running', clock.now());
    lock.release();
  };
  return { database, close };
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
