import type { Outdated } from '../../pms/registration/judge-provider.ts';
import type { GroupStep, ProviderStep, RegistrationPlan } from '../../pms/registration/plan-registration.ts';
import { type ProviderAddress, toShownUri } from '../../pms/registration/provider-address.ts';
import type { ProviderName } from '../../pms/registration/write-address.ts';
import { toPlainText } from './plain-text.ts';

const WHY: Readonly<Record<Outdated, string>> = {
  ADDRESS: 'correct the address',
  TITLE: 'have Plex read our manifest again, since the title is another now',
  OFFLINE: 'have Plex read our manifest again, since it says that it does not reach us there',
  ASKED: 'have Plex read our manifest again, as asked',
};

const SOURCES: Readonly<Record<ProviderAddress['source'], string>> = {
  GIVEN: '--address',
  PUBLIC_URL: 'PUBLIC_URL',
  LOOPBACK: 'Plex on this machine',
  THIS_MACHINE: 'an address of this machine',
  DOCKER_HOST: 'Plex in a bridge container on this machine',
  CONTAINER_NAME: 'Plex in the same Docker network',
  REGISTERED: 'what Plex has',
};

/** What there is and what will be done, for people. */
export function describePlan(plan: RegistrationPlan, name: ProviderName, prefix: string): string {
  return [
    `  provider  ${describeProvider(plan.provider, name, prefix)}`,
    ...(plan.provider.kind === 'KEEP' ? [] : plan.provider.addresses.map(describeAddress)),
    `  agent     ${describeGroup(plan.group, name)}`,
    ...(plan.library ? [`  library   ${describeLibrary(plan.library)}`] : []),
  ].join('\n');
}

function describeProvider(step: ProviderStep, { identifier }: ProviderName, prefix: string): string {
  if (step.kind === 'ADD') return `${identifier} is not in Plex → add it, where Plex reaches us first:`;
  const has = `${identifier} is in Plex as "${toPlainText(step.provider.title)}" at ${toShownUri(step.provider.uri, prefix)}`;
  return step.kind === 'KEEP'
    ? `${has}; nothing to do`
    : `${has} → ${WHY[step.why]}, where Plex reaches us first:`;
}

function describeAddress({ shown, source }: ProviderAddress): string {
  return `              ${shown}   (${SOURCES[source]})`;
}

function describeGroup(step: GroupStep, { title }: ProviderName): string {
  return step.kind === 'KEEP'
    ? `"${toPlainText(step.group.title)}" is in Plex; nothing to do`
    : `there is none with this provider → add "${title}"`;
}

function describeLibrary(step: NonNullable<RegistrationPlan['library']>): string {
  switch (step.kind) {
    case 'KEEP':
      return `"${toPlainText(step.section.title)}" uses this provider; nothing to do`;
    case 'SWITCH':
      return `"${toPlainText(step.section.title)}" uses ${toPlainText(step.section.agent)} → switch it to this provider`;
    case 'CREATE':
      return `"${step.name}" is not in Plex → make it, with ${step.folders.join(', ')}`;
  }
}
