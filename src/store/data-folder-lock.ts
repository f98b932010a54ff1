import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from './database.ts';
import { DatabaseBusyError, DatabaseCorruptError, DataFolderInUseError } from './store-errors.ts';

const LOCK_FILE = 'stash2plex.lock';

/** Holds a DATA_DIR for one process. */
export interface DataFolderLock {
  release(): void;
}

/**
 * Takes the folder for this process.
 *
 * The lock is an exclusive transaction on a small SQLite file of its own: the kernel holds it, so that it works
 * across containers that share the folder and is gone the moment the process is, however it ends.
 *
 * @throws DataFolderInUseError when another process has it
 */
export function lockDataFolder(folder: string): DataFolderLock {
  try {
    return lock(folder);
  } catch (error) {
    if (!(error instanceof DatabaseCorruptError)) throw error;
    // It holds nothing, so nothing is lost with it; had anybody locked it, that would have been told instead.
    rmSync(join(folder, LOCK_FILE));
    return lock(folder);
  }
}

function lock(folder: string): DataFolderLock {
  const holder = new Database(join(folder, LOCK_FILE));
  try {
    holder.run('PRAGMA busy_timeout = 0');
    holder.run('BEGIN EXCLUSIVE');
  } catch (error) {
    holder.close();
    throw error instanceof DatabaseBusyError ? inUse(folder, error) : error;
  }
  return { release: () => holder.close() };
}

function inUse(folder: string, cause: unknown): DataFolderInUseError {
  const message = `expected DATA_DIR ${folder} to be free, but got: another Stash2Plex works on it, stop that one or give this one a folder of its own`;
  return new DataFolderInUseError(message, { cause });
}
