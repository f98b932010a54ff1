import type { PmsClient } from '../pms/pms-client.ts';
import { type AgentGroup, listGroups } from '../pms/registration/agent-group.ts';
import { type RegisteredProvider, listProviders } from '../pms/registration/registered-provider.ts';

/** What PMS has registered, as far as the checks look at it. */
export interface RegisteredNames {
  readonly providers: readonly RegisteredProvider[];
  readonly groups: readonly AgentGroup[];
}

/** Reads providers and agents, which PMS shows to the owner of the server only (Plex's OpenAPI document 1.2.2). */
export async function readRegistration(client: PmsClient, signal: AbortSignal): Promise<RegisteredNames> {
  const [providers, groups] = await Promise.all([listProviders(client, signal), listGroups(client, signal)]);
  return { providers, groups };
}
