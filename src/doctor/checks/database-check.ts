import type { Problem } from '../../observe/problem.ts';
import { DatabaseCorruptError, DatabaseVersionError } from '../../store/store-errors.ts';
import type { Check } from '../check.ts';
import { DatabaseMissingError } from '../database-missing-error.ts';
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
  return error instanceof DatabaseCorruptError ? toProblem('DATABASE_DAMAGED') : undefined;
}
