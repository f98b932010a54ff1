import { PmsError } from '../pms/pms-error.ts';
import { DatabaseCorruptError, DatabaseVersionError, DataFolderError } from '../store/store-errors.ts';
import type { Findings } from './check.ts';

const NO_DATABASE = [DataFolderError, DatabaseVersionError, DatabaseCorruptError];

/** For checks on the ground of others: that the database or Plex cannot be read is a finding of the check of those. */
export async function unlessTold(look: () => Promise<Findings>): Promise<Findings> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof PmsError) return { notLookedSince: 'Plex cannot be asked' };
    if (NO_DATABASE.some((kind) => error instanceof kind))
      return { notLookedSince: 'there is no database to read' };
    throw error;
  }
}
