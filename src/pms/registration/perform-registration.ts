import { ensureGroup } from './ensure-group.ts';
import { ensureLibrary } from './ensure-library.ts';
import { ensureProvider } from './ensure-provider.ts';
import type { RegistrationPlan } from './plan-registration.ts';
import type { PlexSection } from './plex-section.ts';
import type { RegistrationPorts } from './registration-ports.ts';
import type { Attempt } from './try-address.ts';
import type { ProviderName } from './write-address.ts';

/**
 * How registering ended: `DONE` · `NO_ADDRESS` PMS reaches us at none, so that nothing else was done either ·
 * `LIBRARY_UNCHANGED` PMS took the change of the library, which shows another agent all the same.
 */
export interface RegistrationOutcome {
  readonly kind: 'DONE' | 'NO_ADDRESS' | 'LIBRARY_UNCHANGED';
  readonly attempts: readonly Attempt[];
  readonly section?: PlexSection;
}

/** Carries a plan out: provider, group, library. Throws `PmsError` and `IdentifierTakenError`; what was done until then `onChange` has told. */
export async function performRegistration(
  plan: RegistrationPlan,
  name: ProviderName,
  ports: RegistrationPorts,
  signal: AbortSignal,
): Promise<RegistrationOutcome> {
  const { provider, group, library } = plan;
  const attempts = provider.kind === 'KEEP' ? [] : await ensureProvider(provider, name, ports, signal);
  if (provider.kind !== 'KEEP' && attempts.at(-1)?.outcome !== 'REACHED')
    return { kind: 'NO_ADDRESS', attempts };
  const { id: groupId } = group.kind === 'KEEP' ? group.group : await ensureGroup(name, ports, signal);
  if (library === undefined) return { kind: 'DONE', attempts };
  if (library.kind === 'KEEP') return { kind: 'DONE', attempts, section: library.section };
  const section = await ensureLibrary(library, { agent: name.identifier, groupId }, ports, signal);
  return section ? { kind: 'DONE', attempts, section } : { kind: 'LIBRARY_UNCHANGED', attempts };
}
