import type { Problem } from '../../observe/problem.ts';
import {
  DatabaseCorruptError,
  DatabaseMissingError,
  DatabaseVersionError,
  DataFolderError,
} from '../../store/store-errors.ts';
import type { Check } from '../check.ts';
import { toProblem } from '../to-problem.ts';

/** Whether the database can be read. */
export const databaseCheck: Check = {
  id: 'database',
  group: 'Data folder',
  timeLimitMs: 10_000,
  settings: ['DATA_DIR'],
  run: async ({ data }) => {
    try {
      await data.findLedgerOwner();
      return [];
    } catch (error) {
      const problem = findDatabaseProblem(error);
      if (problem === undefined) throw error;
      return [problem];
    }
  },
};

function findDatabaseProblem(error: unknown): Problem | undefined {
  if (error instanceof DatabaseMissingError) return toProblem('CATALOG_MISSING');
  if (error instanceof DatabaseVersionError) return toProblem('DATABASE_OF_OTHER_VERSION');
  if (error instanceof DataFolderError) {
    return toProblem('DATA_FOLDER_UNUSABLE', { summary: 'The database in DATA_DIR cannot be opened.' });
  }
  return error instanceof DatabaseCorruptError ? toProblem('DATABASE_DAMAGED') : undefined;
}
