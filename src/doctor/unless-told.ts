import type { Problem } from '../observe/problem.ts';
import { PmsError } from '../pms/pms-error.ts';
import { DatabaseCorruptError, DatabaseVersionError, DataFolderError } from '../store/store-errors.ts';

const TOLD = [DataFolderError, DatabaseVersionError, DatabaseCorruptError, PmsError];

/** A check that lost its ground says nothing: that the database or Plex cannot be read is told by a check of its own. */
export async function unlessTold(look: () => Promise<readonly Problem[]>): Promise<readonly Problem[]> {
  try {
    return await look();
  } catch (error) {
    if (TOLD.some((kind) => error instanceof kind)) return [];
    throw error;
  }
}
