import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { migrations } from '../../src/store/migrations.ts';
import { startServiceProcess } from '../processes/service-process.ts';
import { copyFolder } from './copy-folder.ts';

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'stash2plex-bench');

/**
 * A data folder whose catalog holds the library of so many scenes. It is made once by a real pull and kept, so that a
 * benchmark need not wait for one; another layout of the database makes another.
 *
 * @param stashUrl a simulated Stash with that library.
 */
export async function ensurePreparedData(
  scenes: number,
  stashUrl: string,
  say: (line: string) => void,
): Promise<string> {
  const layout = createHash('sha256').update(migrations.join('\n')).digest('hex').slice(0, 12);
  const folder = join(CACHE, `${scenes}-scenes-${layout}`);
  if (existsSync(folder)) return folder;
  say(`filling a catalog of ${scenes} scenes, once`);
  await using service = await startServiceProcess({ stashUrl });
  await service.waitForLine('the catalog is complete');
  await service.settle();
  await service.stop();
  // Copied beside and then renamed: what was cut short is never taken for whole.
  await mkdir(CACHE, { recursive: true });
  await rm(`${folder}.new`, { recursive: true, force: true });
  await copyFolder(service.dataDir, `${folder}.new`);
  await rename(`${folder}.new`, folder);
  return folder;
}
