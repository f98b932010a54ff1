import { Secret } from '../../lib/secret.ts';
import { findFlag, findId, findText, type JsonObject, listObjects } from '../loose-values.ts';
import type { PmsClient } from '../pms-client.ts';
import { PmsError } from '../pms-error.ts';

/** A metadata provider as PMS keeps it. */
export interface RegisteredProvider {
  readonly id: string;
  readonly identifier: string;
  readonly title: string;
  /** Where PMS calls it. Hidden, since its path may be a `PROVIDER_SECRET`, ours or another's. */
  readonly uri: Secret;
  /** Whether PMS reaches it; `undefined` where PMS does not say. */
  readonly isOnline: boolean | undefined;
}

/** Where PMS keeps providers (Plex's OpenAPI document 1.2.2). */
export const PROVIDERS_PATH = '/media/providers/metadata';

/** Every metadata provider of PMS. Throws as `client.read` does, and `GARBAGE` for an entry without an id. */
export async function listProviders(
  client: PmsClient,
  signal: AbortSignal,
): Promise<readonly RegisteredProvider[]> {
  const { members } = await client.read({ path: PROVIDERS_PATH, signal });
  return listObjects(members.MetadataAgentProvider).map(toProvider);
}

/** An entry that cannot be read could be ours, so that the list would be no answer at all. */
function toProvider(entry: JsonObject): RegisteredProvider {
  const id = findId(entry.id);
  const identifier = findText(entry.identifier);
  if (id === undefined || identifier === undefined)
    throw new PmsError('GARBAGE', { status: 200, code: 'UNEXPECTED_SHAPE' });
  return {
    id,
    identifier,
    title: findText(entry.title) ?? identifier,
    uri: new Secret(findText(entry.uri) ?? ''),
    isOnline: findFlag(entry.online),
  };
}
