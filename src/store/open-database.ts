import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, type Clock } from '../lib/clock.ts';
import { lockDataFolder, type DataFolderLock } from './data-folder-lock.ts';
import { Database } from './database.ts';
import { expectSchemaVersion, migrate } from './migrate.ts';
import { beginAnew, type Replacement } from './begin-anew.ts';
import { type QuickCheck, startQuickCheck } from './quick-check.ts';
import { DatabaseCorruptError, DatabaseMissingError, DataFolderError } from './store-errors.ts';

const NEVER = new Promise<void>(() => undefined);
const DATABASE_FILE = 'stash2plex.sqlite';

export interface DatabaseOptions {
  /** DATA_DIR; created when it is missing. */
  readonly folder: string;
  /** For commands that look into the database beside a running service. */
  readonly readOnly?: boolean;
  readonly clock?: Clock;
  /** How long opening may wait for the check of a file that was not closed; default half a second. */
  readonly waitForCheckMs?: number;
  /** Told when closing finds that the file was damaged, sets it aside and begins a new one: to be said loudly. */
  readonly onReplaced?: (replacement: Replacement) => void;
}

export interface OpenedDatabase {
  readonly database: Database;
  /** Present when a damaged file was found and a new one begun: to be said loudly. */
  readonly setAside?: Replacement;
  /**
   * Resolves if a check that takes longer than opening may wait finds damage: what is read is not to be relied on any
   * more, and closing sets the file aside.
   */
  readonly damaged: Promise<void>;
  /** Closes the file and gives the folder free. */
  readonly close: () => void;
}

/** The file of a library of 100,000 scenes is checked in less, and a start that takes half a second more is no trouble. */
const WAIT_FOR_CHECK_MS = 500;

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
  return { database, damaged: NEVER, close: () => database.close() };
}

function openAlone(options: DatabaseOptions): OpenedDatabase {
  ensureFolder(options.folder);
  const lock = lockDataFolder(options.folder);
  try {
    return openSound(join(options.folder, DATABASE_FILE), lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openSound(file: string, lock: DataFolderLock, options: DatabaseOptions): OpenedDatabase {
  try {
    return toOpened(openChecked(file, options), lock, options);
  } catch (error) {
    if (!(error instanceof DatabaseCorruptError)) throw error;
    const { database, replacement } = replace(file, 'the database file was damaged or cut short', options);
    return { ...toOpened({ database }, lock, options), setAside: replacement };
  }
}

interface CheckedDatabase {
  readonly database: Database;
  /** Present while it is still going on. */
  readonly check?: QuickCheck;
}

/**
 * A log left over means that the last process did not end by itself: worth reading the whole file once. Scans do not
 * wait for a large one, so the check goes on beside them.
 */
function openChecked(file: string, { waitForCheckMs = WAIT_FOR_CHECK_MS }: DatabaseOptions): CheckedDatabase {
  const leftOver = existsSync(`${file}-wal`);
  const database = openAndMigrate(file);
  if (!leftOver) return { database };
  const check = startQuickCheck(file);
  const verdict = check.waitFor(waitForCheckMs);
  if (verdict === 'UNDECIDED') return { database, check };
  if (verdict === 'SOUND') return { database };
  database.close();
  throw new DatabaseCorruptError('expected a sound database, but got: damage found by quick_check');
}

function openAndMigrate(file: string): Database {
  const database = new Database(file);
  try {
    database.configure({ readOnly: false });
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function toOpened(
  { database, check }: CheckedDatabase,
  lock: DataFolderLock,
  options: DatabaseOptions,
): OpenedDatabase {
  const { file } = database;
  const close = (): void => {
    if (!database.isOpen) return;
    const verdict = check?.waitFor(0);
    check?.stop();
    try {
      database.close();
      if (database.foundCorrupt || verdict === 'DAMAGED') replaceOnClose(file, options);
      else if (verdict === 'UNDECIDED') leaveLog(file);
    } finally {
      lock.release();
    }
  };
  return { database, damaged: check ? toDamaged(check) : NEVER, close };
}

async function toDamaged({ ended }: QuickCheck): Promise<void> {
  if ((await ended) !== 'DAMAGED') await NEVER;
}

/** The check that had no time to end is owed: a log that is left over makes the next start take it up. */
function leaveLog(file: string): void {
  closeSync(openSync(`${file}-wal`, 'a'));
}

function replaceOnClose(file: string, options: DatabaseOptions): void {
  const { database, replacement } = replace(file, 'damage was found while running', options);
  database.close();
  options.onReplaced?.(replacement);
}

function replace(file: string, reason: string, { clock = systemClock }: DatabaseOptions) {
  return beginAnew(file, openAndMigrate, { reason, now: clock.now() });
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
