import type { ProblemKinds } from '../problem-kind.ts';

const FROM_COPIES = 'Plex is answered from the copies of the catalog meanwhile, if it was filled before.';

export const STASH_KINDS = {
  STASH_UNREACHABLE: {
    severity: 'ERROR',
    class: 'UNREACHABLE',
    title: 'Stash cannot be reached.',
    meaning: `Nothing that talks like Stash answers at STASH_URL. ${FROM_COPIES}`,
    nextStep:
      'Check that Stash runs and that STASH_URL is its address as seen from this service; inside a container localhost is the container.',
  },
  STASH_NAME_UNKNOWN: {
    severity: 'ERROR',
    class: 'UNREACHABLE',
    title: 'The host name in STASH_URL is not known here.',
    meaning: `The name service of this machine or container has no address for it. On Linux, host.docker.internal is one of these names until it is given to the container. ${FROM_COPIES}`,
    nextStep: 'Correct the name in STASH_URL, or enter the IP address of Stash instead.',
  },
  STASH_UNAUTHORIZED: {
    severity: 'ERROR',
    title: 'Stash refuses STASH_API_KEY.',
    meaning: `The key is wrong, or was made anew in Stash, or is set although Stash has no user and password. ${FROM_COPIES}`,
    nextStep:
      'Copy the API key from Stash (Settings, Security) into STASH_API_KEY, or remove it if Stash has no password.',
  },
  STASH_KEY_MISSING: {
    severity: 'ERROR',
    title: 'Stash asks for a key, and STASH_API_KEY is not set.',
    meaning: `Stash has a user and password, so it answers only requests that carry its key. ${FROM_COPIES}`,
    nextStep: 'Copy the API key from Stash (Settings, Security) into STASH_API_KEY.',
  },
  STASH_KEY_NOT_WANTED: {
    severity: 'ERROR',
    title: 'STASH_API_KEY is set, although Stash has no user and password.',
    meaning: `An open Stash refuses every request that carries a key, whatever the key. ${FROM_COPIES}`,
    nextStep: 'Remove STASH_API_KEY, or set a user and password in Stash and copy its new key.',
  },
  STASH_TRIPWIRE: {
    severity: 'ERROR',
    title: 'Stash has locked itself after a request from the internet.',
    meaning: `A Stash without user and password that sees a public address refuses everybody from then on, also after a restart. ${FROM_COPIES}`,
    nextStep: 'Set a user and password in Stash and follow what its own log says to unlock it.',
  },
  STASH_NOT_SET_UP: {
    severity: 'ERROR',
    title: 'Stash has not been set up yet.',
    meaning: 'It has no library and no database, so there is nothing to answer Plex with.',
    nextStep: 'Open Stash in a browser and finish its set-up.',
  },
  STASH_NEEDS_MIGRATION: {
    severity: 'ERROR',
    title: 'Stash waits for its database to be migrated.',
    meaning: `After an update Stash answers nothing about scenes until somebody confirms the migration. ${FROM_COPIES}`,
    nextStep: 'Open Stash in a browser and confirm the database migration.',
  },
  STASH_TOO_OLD: {
    severity: 'ERROR',
    title: 'This Stash is too old.',
    meaning: 'Its schema lacks what scenes are read with.',
    nextStep: 'Update Stash to 0.27 or newer.',
  },
  STASH_TOO_SLOW: {
    severity: 'ERROR',
    class: 'UNREACHABLE',
    title: 'Stash does not answer in time.',
    meaning: `It may be scanning, generating or waiting for a sleeping disk. ${FROM_COPIES}`,
    nextStep: 'Look at the load of the machine that runs Stash, or raise STASH_TIMEOUT_MS.',
  },
  STASH_REJECTED: {
    severity: 'ERROR',
    title: 'Stash does not understand our questions.',
    meaning: 'Its schema differs from those this version knows.',
    nextStep: 'Run "stash2plex schema check", and update Stash2Plex or Stash.',
  },
  STASH_FAILED: {
    severity: 'ERROR',
    title: 'Stash answers with errors.',
    meaning: FROM_COPIES,
    nextStep: 'Look at the log of Stash; this service asks again by itself.',
  },
  STASH_GARBAGE: {
    severity: 'ERROR',
    title: 'What answers at STASH_URL is not Stash.',
    meaning: 'STASH_URL names another program, or a proxy in front of Stash answers in its place.',
    nextStep: 'Open STASH_URL in a browser: it must show Stash itself, without a log-in page of a proxy.',
  },
  BREAKER_OPEN: {
    severity: 'ERROR',
    class: 'UNREACHABLE',
    title: 'Stash failed repeatedly and is left alone for half a minute.',
    meaning: `This keeps a Stash in trouble from being asked again and again. ${FROM_COPIES}`,
    nextStep: 'Look at the log of Stash; this service asks again by itself.',
  },
  STASH_SCHEMA_DIFFERS: {
    severity: 'WARNING',
    title: 'The schema of this Stash breaks some of our questions.',
    meaning: 'What these questions ask for is missing in Plex or not followed; everything else works.',
    nextStep: 'Run "stash2plex schema check" for the details, and look for a newer version of Stash2Plex.',
  },
} as const satisfies ProblemKinds;
