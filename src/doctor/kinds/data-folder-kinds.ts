import type { ProblemKinds } from '../problem-kind.ts';

export const DATA_FOLDER_KINDS = {
  DATA_FOLDER_UNUSABLE: {
    severity: 'ERROR',
    class: 'CONFIGURATION',
    title: 'The folder named by DATA_DIR cannot be written.',
    meaning: 'The database lives there, so the service does not start.',
    nextStep:
      'Check the mount and the owner of DATA_DIR: the user that runs this program must be able to write there.',
  },
  DATA_FOLDER_FULL: {
    severity: 'ERROR',
    title: 'The disk of DATA_DIR is almost full.',
    meaning: 'The catalog cannot be kept up to date and posters are made anew for every request.',
    nextStep: 'Free some space, move DATA_DIR, or lower POSTER_CACHE_MB.',
  },
  DATA_FOLDER_SPACE_LOW: {
    severity: 'WARNING',
    title: 'There is little space left on the disk of DATA_DIR.',
    meaning: 'Catalog and posters of a large library need about a gigabyte.',
    nextStep: 'Free some space, move DATA_DIR, or lower POSTER_CACHE_MB.',
  },
  DATA_FOLDER_HELD: {
    severity: 'WARNING',
    title: 'Another process holds DATA_DIR, but no service answers at the admin address.',
    meaning:
      'Either the service runs with other admin settings, so that commands cannot work through it, or two of them share one folder, or one hangs.',
    nextStep:
      'Give this command the ADMIN_HOST and ADMIN_PORT of the running service, or end the process that holds the folder.',
  },
  DATABASE_OF_OTHER_VERSION: {
    severity: 'ERROR',
    title: 'The database was written by another version of Stash2Plex.',
    meaning:
      'An older one is brought up to date when the service starts; a newer one is left alone, so that nothing of it is lost.',
    nextStep: 'Start the service once; if it says that the database is newer, run the newer version again.',
  },
  DATABASE_DAMAGED: {
    severity: 'ERROR',
    title: 'The database is damaged.',
    meaning: 'Findings about catalog and path rules are missing until it is sound again.',
    nextStep:
      'Start the service again: it sets the damaged file aside, keeps what can be read and fills a new one from Stash. Then check the disk.',
  },
} as const satisfies ProblemKinds;
