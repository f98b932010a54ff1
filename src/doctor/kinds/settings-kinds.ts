import type { ProblemKinds } from '../problem-kind.ts';

export const SETTINGS_KINDS = {
  SETTING_INVALID: {
    severity: 'ERROR',
    class: 'CONFIGURATION',
    title: 'A setting cannot be used as it is.',
    meaning:
      'The service does not start with it. The finding names the setting, what was expected and what was found; secrets are masked.',
    nextStep: 'Correct the named setting; the table in the README says what each one takes.',
  },
  STASH_URL_MISSING: {
    severity: 'ERROR',
    class: 'CONFIGURATION',
    title: 'STASH_URL is not set.',
    meaning:
      'Without the address of Stash there is nothing to answer Plex with. `doctor` tries the usual addresses and names the one that answers.',
    nextStep: 'Set STASH_URL to the address of Stash as seen from this service, e.g. http://stash:9999.',
  },
} as const satisfies ProblemKinds;
