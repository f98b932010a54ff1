import type { ProblemKinds } from '../problem-kind.ts';

export const CATALOG_KINDS = {
  CATALOG_MISSING: {
    severity: 'WARNING',
    title: 'There is no catalog in DATA_DIR yet.',
    meaning:
      'The catalog is the local mirror of Stash by which files are recognised; the first start makes it.',
    nextStep: 'Start the service, or run "stash2plex catalog refresh".',
  },
  CATALOG_INCOMPLETE: {
    severity: 'WARNING',
    title: 'The catalog is not filled yet.',
    meaning:
      'Files that it does not know cost a look-up in Stash, and some strategies wait until it is complete.',
    nextStep: 'Nothing to do while the service runs and Stash answers: the catalog fills by itself.',
  },
  CATALOG_OLD: {
    severity: 'WARNING',
    title: 'The catalog was not compared with Stash for a long time.',
    meaning:
      'Files that were moved, renamed or deleted in Stash since then may still be matched by their old names.',
    nextStep: 'Start the service if it does not run, or run "stash2plex catalog refresh"; see CATALOG_DIFF.',
  },
  CATALOG_WITHOUT_SCENES: {
    severity: 'WARNING',
    title: 'Stash has no scenes.',
    meaning: 'The catalog is complete and empty, so no file can be matched.',
    nextStep: 'Add the library folders in Stash (Settings, Library) and let it scan them.',
  },
  CATALOG_REMOVAL_HELD: {
    severity: 'WARNING',
    title: 'Stash suddenly lacks many scenes that the catalog knows.',
    meaning: 'They are kept until a second look agrees, since an unmounted disk looks the same.',
    nextStep:
      'If they are gone for good, run "stash2plex catalog refresh" once more; otherwise check the library of Stash.',
  },
  CATALOG_NOT_WRITABLE: {
    severity: 'ERROR',
    title: 'The catalog cannot be written.',
    meaning: 'What changes in Stash is not noticed any more.',
    nextStep: 'Check space and owner of DATA_DIR.',
  },
  SCENES_WITHOUT_FILES: {
    severity: 'WARNING',
    title: 'Some scenes in Stash have no file.',
    meaning: 'No file in Plex can be matched to them; they are counted neither as gaps nor as errors.',
    nextStep: 'Run the Clean task in Stash if their files are gone for good.',
  },
  COVERS_MISSING: {
    severity: 'WARNING',
    title: 'Some scenes in Stash have no cover.',
    meaning: 'Plex is offered no poster for them and shows a frame of the video or nothing.',
    nextStep: 'Run the Generate task in Stash with covers, then refresh the library in Plex.',
  },
  PROVIDER_ID_CHANGED: {
    severity: 'WARNING',
    title: 'PROVIDER_ID is not the identifier that Plex was served under before.',
    meaning:
      'Every match in Plex names the identifier it was made under: the old matches are orphaned and no longer refreshed.',
    nextStep: 'Set PROVIDER_ID back, or match the library anew in Plex and begin with an empty DATA_DIR.',
  },
} as const satisfies ProblemKinds;
