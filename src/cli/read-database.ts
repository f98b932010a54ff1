import type { Database } from '../store/database.ts';
import { type OpenedDatabase, openDatabase } from '../store/open-database.ts';
import { DatabaseVersionError, DataFolderError, DataFolderInUseError } from '../store/store-errors.ts';
import { CommandFailure, EXIT } from './exit-code.ts';

/** Looks into the database beside a running service, without taking the data folder. */
export async function readDatabase<Result>(
  folder: string,
  read: (database: Database) => Result | Promise<Result>,
): Promise<Result> {
  const opened = openReadOnly(folder);
  try {
    return await read(opened.database);
  } finally {
    opened.close();
  }
}

/** Trouble with the data folder as a failure of the configuration; any other error as it is. */
export function asConfigurationFailure(error: unknown): unknown {
  const isFolderTrouble =
    error instanceof DataFolderError ||
    error instanceof DataFolderInUseError ||
    error instanceof DatabaseVersionError;
  return isFolderTrouble ? new CommandFailure(EXIT.CONFIGURATION, error.message, { cause: error }) : error;
}

function openReadOnly(folder: string): OpenedDatabase {
  try {
    return openDatabase({ folder, readOnly: true });
  } catch (error) {
    throw asConfigurationFailure(error);
  }
}
