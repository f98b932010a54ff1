import { constants } from 'node:fs';
import { access, mkdtemp, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from '../check.ts';
import { findExistingFolder } from '../find-existing-folder.ts';
import { toProblem } from '../to-problem.ts';

/** Whether DATA_DIR can be written, or made where it is missing. */
export const dataFolderCheck: Check = {
  id: 'data-folder',
  group: 'Data folder',
  timeLimitMs: 5_000,
  settings: ['DATA_DIR'],
  run: async ({ config: { dataDir } }) => {
    try {
      await expectWritable(dataDir);
      return [];
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      return [
        toProblem('DATA_FOLDER_UNUSABLE', { summary: `DATA_DIR ${dataDir} cannot be written (${code}).` }),
      ];
    }
  },
};

/** A folder that exists is really written to, since network mounts may promise more than they keep. */
async function expectWritable(folder: string): Promise<void> {
  const existing = await findExistingFolder(folder);
  await access(existing, constants.R_OK | constants.W_OK | constants.X_OK);
  if (existing === folder) await rmdir(await mkdtemp(join(folder, '.doctor-')));
}
