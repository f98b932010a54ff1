import type { Check } from '../check.ts';
import { findExistingFolder } from '../find-existing-folder.ts';
import { toProblem } from '../to-problem.ts';

const MEGABYTE = 1024 * 1024;
const FULL_BELOW = 100 * MEGABYTE;
const LOW_BELOW = 1024 * MEGABYTE;

/** Whether DATA_DIR has room for catalog and posters. */
export const freeSpaceCheck: Check = {
  id: 'free-space',
  group: 'Data folder',
  timeLimitMs: 5_000,
  settings: ['DATA_DIR'],
  run: async ({ config: { dataDir }, surroundings }) => {
    const existing = await findExistingFolder(dataDir).catch(() => undefined);
    if (existing === undefined) return { notLookedSince: 'DATA_DIR cannot be had' };
    const bytes = await surroundings.readFreeBytes(existing);
    if (bytes >= LOW_BELOW) return [];
    const summary = `Only ${Math.floor(bytes / MEGABYTE)} MB are free on the disk of DATA_DIR ${dataDir}.`;
    return [toProblem(bytes < FULL_BELOW ? 'DATA_FOLDER_FULL' : 'DATA_FOLDER_SPACE_LOW', { summary })];
  },
};
