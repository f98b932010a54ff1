import { constants, cp } from 'node:fs/promises';

/** Copies a folder; where the file system can, without copying the bytes. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
}
