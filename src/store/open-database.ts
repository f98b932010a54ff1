import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, type Clock } from '../lib/clock.ts';
import { lockDataFolder, type DataFolderLock } from './data-folder-lock.ts';
import { Database } from './database.ts';
import { expectNumbered, expectSchemaVersion, migrate } from './migrate.ts';
import { type QuickCheck, startQuickCheck } from './quick-check.ts';
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
  /** How long opening may wait for the check of a file that was not closed; default half a second. */
  readonly waitForCheckMs?: number;
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

/** The file of a library of 100,000 scenes is checked in less, and a start that takes half a second more is no trouble. */
const WAIT_FOR_CHECK_MS = 500;

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
    const { database, check } = openSound(join(options.folder, DATABASE_FILE), options);
    if (options.onDamage) database.watchDamage(options.onDamage);
    void check?.ended.then((verdict) => verdict === 'DAMAGED' && database.noteDamage());
    return { database, close: () => close({ database, check }, lock, options) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface SoundDatabase {
  readonly database: Database;
  /** Present when the file is still being checked. */
  readonly check: QuickCheck | undefined;
}

function openSound(file: string, options: DatabaseOptions): SoundDatabase {
  finishReplacement(file);
  try {
    return openAndMigrate(file, options.waitForCheckMs);
  } catch (error) {
    if (!(error instanceof DatabaseCorruptError)) throw error;
    replace(file, 'the database file was damaged or cut short', options);
    return openAndMigrate(file);
  }
}

function close({ database, check }: SoundDatabase, lock: DataFolderLock, options: DatabaseOptions): void {
  if (!database.isOpen) return;
  const verdict = check?.waitFor(0);
  check?.stop();
  try {
    database.close();
    if (database.foundCorrupt || verdict === 'DAMAGED')
      replace(database.file, 'damage was met while the database was in use', options);
    else if (verdict === 'UNDECIDED') leaveLog(database.file);
  } finally {
    lock.release();
  }
}

/** The check that had no time to end is owed: a log that is left over makes the next start take it up. */
function leaveLog(file: string): void {
  closeSync(openSync(`${file}-wal`, 'a'));
}

function replace(file: string, reason: string, { clock = systemClock, onReplaced }: DatabaseOptions): void {
  const replaced = replaceDamaged(file, reason, clock.now());
  onReplaced?.(replaced);
}

function openAndMigrate(file: string, waitForCheckMs = WAIT_FOR_CHECK_MS): SoundDatabase {
  const leftOver = existsSync(`${file}-wal`);
  const database = new Database(file);
  try {
    expectWritable(database);
    database.configure({ readOnly: false });
    const check = leftOver ? checkDeeply(file, waitForCheckMs) : undefined;
    expectNumbered(database);
    migrate(database);
    return { database, check };
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

/**
 * A log left over means that the last process did not end by itself: worth reading the whole file once. Scans do not wait
 * for a large one, so its check goes on beside them and is handed back.
 */
function checkDeeply(file: string, waitMs: number): QuickCheck | undefined {
  const check = startQuickCheck(file);
  const verdict = check.waitFor(waitMs);
  if (verdict === 'UNDECIDED') return check;
  if (verdict === 'SOUND') return undefined;
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
