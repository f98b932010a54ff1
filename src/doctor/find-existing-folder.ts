import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** The folder itself, or the nearest one above it that exists. Rejects when something on the way is no folder. */
export async function findExistingFolder(folder: string): Promise<string> {
  try {
    if ((await stat(folder)).isDirectory()) return folder;
  } catch (error) {
    const above = dirname(resolve(folder));
    if (isMissing(error) && above !== resolve(folder)) return findExistingFolder(above);
    throw error;
  }
  throw Object.assign(new Error('expected a folder, but got: a file'), { code: 'ENOTDIR' });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
