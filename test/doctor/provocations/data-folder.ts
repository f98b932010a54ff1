import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DATA_FOLDER_KINDS } from '../../../src/doctor/kinds/data-folder-kinds.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import { findProblems, makeDataFolder } from '../../support/doctor-world.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';
import type { Provoke } from './provoke.ts';

const MEGABYTE = 1024 * 1024;

function withFree(bytes: number): ReturnType<Provoke> {
  return findProblems({}, { surroundings: { readFreeBytes: async () => bytes } });
}

export const dataFolderProvocations: Readonly<Record<keyof typeof DATA_FOLDER_KINDS, Provoke>> = {
  DATA_FOLDER_UNUSABLE: () => {
    const file = join(makeTempFolder(), 'file');
    writeFileSync(file, '');
    return findProblems({ DATA_DIR: join(file, 'data') });
  },
  DATA_FOLDER_FULL: () => withFree(99 * MEGABYTE),
  DATA_FOLDER_SPACE_LOW: () => withFree(1023 * MEGABYTE),
  DATA_FOLDER_HELD: () => {
    const folder = makeTempFolder();
    onTestFinished(openDatabase({ folder }).close);
    return findProblems({ DATA_DIR: folder });
  },
  DATABASE_OF_OTHER_VERSION: () =>
    findProblems({ DATA_DIR: makeDataFolder((database) => database.runAll('PRAGMA user_version = 999')) }),
  DATABASE_DAMAGED: () => {
    const folder = makeTempFolder();
    writeFileSync(join(folder, 'stash2plex.sqlite'), 'This is no database. '.repeat(200));
    return findProblems({ DATA_DIR: folder });
  },
};
