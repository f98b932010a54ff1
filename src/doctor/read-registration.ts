import { findFlag, findId, findText, type JsonObject, listObjects } from '../pms/loose-values.ts';
import type { PmsClient } from '../pms/pms-client.ts';

/** What PMS has registered, as far as the checks look at it. */
export interface PlexRegistration {
  readonly providers: readonly RegisteredProvider[];
  /** Identifiers of the providers that come first in an agent. */
  readonly primaries: readonly string[];
}

export interface RegisteredProvider {
  readonly identifier: string;
  /** Where PMS calls it. It may hold PROVIDER_SECRET, so it is never shown whole. */
  readonly uri: string;
  /** Whether PMS reached it last; absent where PMS does not say. */
  readonly isOnline: boolean | undefined;
}

/** Reads providers and agents, which PMS shows to the owner of the server only (Plex's OpenAPI document 1.2.2). */
export async function readRegistration(client: PmsClient, signal: AbortSignal): Promise<PlexRegistration> {
  const path = '/media/providers/metadata';
  const [listed, grouped] = await Promise.all([
    client.read({ path, signal }),
    client.read({ path: `${path}/group`, signal }),
  ]);
  return {
    providers: listObjects(listed.members.MetadataAgentProvider).flatMap(toProvider),
    primaries: listObjects(grouped.members.MetadataAgentProviderGroup).flatMap(
      ({ primaryIdentifier }) => findText(primaryIdentifier) ?? [],
    ),
  };
}

function toProvider({ identifier, uri, online }: JsonObject): RegisteredProvider[] {
  const id = findText(identifier);
  return id === undefined ? [] : [{ identifier: id, uri: findText(uri) ?? '', isOnline: findFlag(online) }];
}

/** A library of movies with what decides whether and how it asks a provider. */
export interface MovieLibrary {
  readonly title: string;
  readonly agent: string;
  readonly scanner: string;
}

export async function listMovieLibraries(
  client: PmsClient,
  signal: AbortSignal,
): Promise<readonly MovieLibrary[]> {
  const { members } = await client.read({ path: '/library/sections/all', signal });
  return listObjects(members.Directory)
    .filter(({ type }) => type === 'movie')
    .map(({ key, title, agent, scanner }) => ({
      title: findText(title) ?? findId(key) ?? '',
      agent: findText(agent) ?? '',
      scanner: findText(scanner) ?? '',
    }));
}
