import type { ProblemKinds } from '../problem-kind.ts';

export const DOCTOR_KINDS = {
  CHECK_FAILED: {
    severity: 'WARNING',
    title: 'A check could not be made.',
    meaning: 'What it looks at may be well or not: that cannot be known now. All other checks were made.',
    nextStep: 'Run doctor again; if it stays, report it with the log of the service.',
  },
  CHECK_TIMED_OUT: {
    severity: 'WARNING',
    title: 'A check took too long and was ended.',
    meaning: 'What it looks at may be well or not: that cannot be known now. All other checks were made.',
    nextStep: 'Run doctor again when the machines involved are at rest.',
  },
} as const satisfies ProblemKinds;
