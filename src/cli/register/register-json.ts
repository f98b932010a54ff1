import type { RegistrationPlan } from '../../pms/registration/plan-registration.ts';
import { toShownUri } from '../../pms/registration/provider-address.ts';
import type { ProviderName } from '../../pms/registration/write-address.ts';
import { type FinishedRegistration, listNextSteps } from './describe-outcome.ts';

/** A plan that was not carried out, as JSON. */
export function toPlanJson(plan: RegistrationPlan, prefix: string, isDone: boolean): string {
  return write({ isDone, changes: [], plan: toPlanRecord(plan, prefix) });
}

/** A plan that was carried out, as JSON. */
export function toFinishedJson(finished: FinishedRegistration, name: ProviderName, prefix: string): string {
  const { plan, outcome, changes } = finished;
  return write({
    isDone: outcome.kind === 'DONE',
    changes,
    plan: toPlanRecord(plan, prefix),
    attempts: outcome.attempts.map(({ address, outcome: came }) => ({
      address: address.shown,
      source: address.source,
      outcome: came,
    })),
    next: listNextSteps(finished, name),
  });
}

function toPlanRecord({ provider, group, library }: RegistrationPlan, prefix: string) {
  const present = provider.kind === 'ADD' ? undefined : toShownUri(provider.provider.uri, prefix);
  return {
    provider: {
      step: provider.kind,
      address: present,
      ...(provider.kind === 'MOVE' ? { why: provider.why } : {}),
      ...(provider.kind === 'KEEP' ? {} : { addresses: provider.addresses.map(({ shown }) => shown) }),
    },
    group: { step: group.kind },
    ...(library && { library: toLibraryRecord(library) }),
  };
}

function toLibraryRecord(library: NonNullable<RegistrationPlan['library']>) {
  if (library.kind === 'CREATE') return { step: library.kind, title: library.name, folders: library.folders };
  const { key, title, agent } = library.section;
  return { step: library.kind, key, title, agent };
}

function write(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
