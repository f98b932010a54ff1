import { findId, findText, listObjects } from '../loose-values.ts';
import type { PmsClient } from '../pms-client.ts';
import { PmsError } from '../pms-error.ts';

/** What people choose as the agent of a library: a primary provider, and others that add to it. */
export interface AgentGroup {
  readonly id: string;
  readonly title: string;
  readonly primaryIdentifier: string;
}

/** Where PMS keeps groups (Plex's OpenAPI document 1.2.2). */
export const GROUPS_PATH = '/media/providers/metadata/group';

/** Every agent group of PMS. Throws as `client.read` does, and `GARBAGE` for an entry without an id. */
export async function listGroups(client: PmsClient, signal: AbortSignal): Promise<readonly AgentGroup[]> {
  const { members } = await client.read({ path: GROUPS_PATH, signal });
  return listObjects(members.MetadataAgentProviderGroup).map((entry) => {
    const id = findId(entry.id);
    const primaryIdentifier = findText(entry.primaryIdentifier);
    if (id === undefined || primaryIdentifier === undefined)
      throw new PmsError('GARBAGE', { status: 200, code: 'UNEXPECTED_SHAPE' });
    return { id, primaryIdentifier, title: findText(entry.title) ?? primaryIdentifier };
  });
}
