import { type PmsIdentity, readIdentity } from '../identity.ts';
import type { PmsClient } from '../pms-client.ts';
import { type AgentGroup, listGroups } from './agent-group.ts';
import { listPlexSections, type PlexSection } from './plex-section.ts';
import { listProviders, type RegisteredProvider } from './registered-provider.ts';

/** What PMS has before anything is changed. */
export interface RegistrationState {
  readonly pms: PmsIdentity;
  readonly providers: readonly RegisteredProvider[];
  readonly groups: readonly AgentGroup[];
  readonly sections: readonly PlexSection[];
}

/** Reads it all, the version first: `TOO_OLD` and a refused token are thrown before anything could be changed. */
export async function readRegistration(client: PmsClient, signal: AbortSignal): Promise<RegistrationState> {
  const pms = await readIdentity(client, signal);
  return {
    pms,
    providers: await listProviders(client, signal),
    groups: await listGroups(client, signal),
    sections: await listPlexSections(client, signal),
  };
}
