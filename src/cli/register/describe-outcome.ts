import type { RegistrationPlan } from '../../pms/registration/plan-registration.ts';
import type { RegistrationOutcome } from '../../pms/registration/perform-registration.ts';
import type { RegistrationChange } from '../../pms/registration/registration-ports.ts';
import type { ProviderName } from '../../pms/registration/write-address.ts';
import { describeAttempts } from './explain-address-failure.ts';
import { describeChanges } from './to-register-failure.ts';

export interface FinishedRegistration {
  readonly plan: RegistrationPlan;
  readonly outcome: RegistrationOutcome;
  readonly changes: readonly RegistrationChange[];
  /** Whether the service itself answered Plex. */
  readonly isServiceRunning: boolean;
}

/** What was done and what comes next, for people. */
export function describeOutcome(finished: FinishedRegistration, name: ProviderName): string {
  const { outcome, changes } = finished;
  return [
    ...describeAttempts(outcome.attempts),
    describeChanges(changes),
    ...listNextSteps(finished, name),
  ].join('\n');
}

/** What is left for the person to do. */
export function listNextSteps(
  { plan, isServiceRunning }: FinishedRegistration,
  { title }: ProviderName,
): string[] {
  return [
    ...(isServiceRunning ? [] : ['Next: start the service, since Plex asks it from now on.']),
    ...toLibraryStep(plan.library, title),
  ];
}

function toLibraryStep(library: RegistrationPlan['library'], title: string): string[] {
  switch (library?.kind) {
    case 'SWITCH':
      return [
        'Next: in Plex, choose Refresh All Metadata for the library; until then only new files are matched with this provider.',
      ];
    case 'CREATE':
      return ['Next: wait for Plex to scan the new library, or choose Scan Library Files.'];
    case 'KEEP':
      return [];
    case undefined:
      return [
        `Next: choose the agent "${title}" in the settings of a movie library in Plex, or run  register --library "<its name>".`,
      ];
  }
}
