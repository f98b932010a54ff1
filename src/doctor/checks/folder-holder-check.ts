import { existsSync } from 'node:fs';
import { lockDataFolder } from '../../store/data-folder-lock.ts';
import { DataFolderInUseError } from '../../store/store-errors.ts';
import type { Check } from '../check.ts';
import { toProblem } from '../to-problem.ts';

/** Who holds DATA_DIR: a service that answers is as it should be. */
export const folderHolderCheck: Check = {
  id: 'data-folder-holder',
  group: 'Data folder',
  timeLimitMs: 5_000,
  settings: ['DATA_DIR', 'ADMIN_HOST', 'ADMIN_PORT'],
  run: async ({ config, surroundings }) => {
    if (surroundings.holdsDataFolder || !existsSync(config.dataDir)) return [];
    if ((await surroundings.isServiceRunning()) || !isHeld(config.dataDir)) return [];
    const { host, port } = config.admin;
    const summary = `Another process holds DATA_DIR ${config.dataDir}, but no service answers at ${host}:${port}.`;
    return [toProblem('DATA_FOLDER_HELD', { summary })];
  },
};

/** A folder that cannot be written at all is told by the check of the folder. */
function isHeld(folder: string): boolean {
  try {
    lockDataFolder(folder).release();
    return false;
  } catch (error) {
    return error instanceof DataFolderInUseError;
  }
}
