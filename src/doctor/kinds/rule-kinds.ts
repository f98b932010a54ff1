import type { ProblemKinds } from '../problem-kind.ts';

export const RULE_KINDS = {
  RULE_SAMPLE_FAILS: {
    severity: 'ERROR',
    class: 'CONFIGURATION',
    title: 'A path rule does not do what its sample says.',
    meaning: 'A rule like that would match files to wrong scenes, so the service does not start with it.',
    nextStep: 'Correct the rule or its sample: "stash2plex paths test <path>" shows what every rule does.',
  },
  PATHS_DO_NOT_COME_BACK: {
    severity: 'WARNING',
    title: 'Some paths of Stash do not survive the way to Plex and back.',
    meaning: 'Files there may not be recognised by their path, or be listed as missing in Plex.',
    nextStep: 'Correct the rule: "stash2plex paths check" lists examples.',
  },
  PATHS_NOT_COVERED: {
    severity: 'WARNING',
    title: 'No path rule covers some files of Stash.',
    meaning: 'They can still be recognised by folder and file name, but not by their full path.',
    nextStep: 'Add a rule for these folders if Plex has them too: "stash2plex paths suggest" proposes one.',
  },
  RULE_SHADOWED: {
    severity: 'WARNING',
    title: 'A path rule never applies, since an earlier one takes its paths.',
    meaning: 'The first rule that covers a path wins.',
    nextStep: 'Put the narrower rule first, or remove it.',
  },
  RULE_IDLE: {
    severity: 'WARNING',
    title: 'A path rule covers no file of Stash.',
    meaning: 'Most often its Stash side is misspelt, or its folder was renamed.',
    nextStep: 'Compare the rule with a path that Stash shows for a file: "stash2plex paths test <path>".',
  },
} as const satisfies ProblemKinds;
