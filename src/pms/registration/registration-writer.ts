import type { Secret } from '../../lib/secret.ts';
import type { PmsRequest, PmsTransport } from '../transport.ts';
import { GROUPS_PATH } from './agent-group.ts';
import type { PlexSection } from './plex-section.ts';
import { PROVIDERS_PATH } from './registered-provider.ts';

/** What a library is given: our identifier, and the group whose primary provider we are. */
export interface LibraryAgent {
  readonly agent: string;
  readonly groupId: string;
}

/** The changes registration makes. Each is sent once and none deletes. They throw as `transport.send` does. */
export interface RegistrationWriter {
  /** PMS calls the address while this runs, and refuses with 400 what it cannot use, with 409 a taken identifier. */
  addProvider(uri: Secret, signal: AbortSignal): Promise<void>;
  /** The same for a provider that PMS has. */
  moveProvider(id: string, uri: Secret, signal: AbortSignal): Promise<void>;
  addGroup(title: string, primaryIdentifier: string, signal: AbortSignal): Promise<void>;
  switchLibrary(section: PlexSection, to: LibraryAgent, signal: AbortSignal): Promise<void>;
  /** Makes a movie library by the documented route. PMS 1.43 is known to answer it with 404. */
  createLibrary(
    name: string,
    folders: readonly string[],
    to: LibraryAgent,
    signal: AbortSignal,
  ): Promise<void>;
  /** The same by the older route, which PMS 1.43 has. */
  createLibraryOldWay(
    name: string,
    folders: readonly string[],
    to: LibraryAgent,
    signal: AbortSignal,
  ): Promise<void>;
}

const SCANNER = 'Plex Movie';
const LANGUAGE = 'en-US';
/** Plex's number for movie libraries. */
const MOVIE_TYPE = '1';

export function createRegistrationWriter(transport: PmsTransport): RegistrationWriter {
  const send = async (
    method: NonNullable<PmsRequest['method']>,
    path: string,
    query: readonly Entry[],
    signal: AbortSignal,
  ): Promise<void> => {
    await transport.send({ method, path: toPath(path, query) }, signal);
  };
  return {
    addProvider: (uri, signal) => send('POST', PROVIDERS_PATH, [['uri', uri.reveal()]], signal),
    moveProvider: (id, uri, signal) =>
      send('PUT', `${PROVIDERS_PATH}/${encodeURIComponent(id)}`, [['uri', uri.reveal()]], signal),
    addGroup: (title, primaryIdentifier, signal) =>
      send('POST', GROUPS_PATH, Object.entries({ title, primaryIdentifier }), signal),
    switchLibrary: (section, to, signal) =>
      send('PUT', `/library/sections/${encodeURIComponent(section.key)}`, toSwitch(section, to), signal),
    createLibrary: (name, folders, to, signal) =>
      send('POST', '/library/sections/all', toCreation(name, folders, to), signal),
    createLibraryOldWay: (name, folders, to, signal) =>
      send('POST', '/library/sections', toOldCreation(name, folders, to), signal),
  };
}

type Entry = readonly [name: string, value: string];

/** Written here because a name may be repeated, and a blank is `%20` to every server but `+` to some only. */
function toPath(path: string, query: readonly Entry[]): string {
  const pairs = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${path}?${pairs.join('&')}`;
}

/** The folders are left out: PMS may take them as the whole new list. */
function toSwitch(
  { title, scanner = SCANNER, language }: PlexSection,
  { agent, groupId }: LibraryAgent,
): Entry[] {
  return [
    ['agent', agent],
    ['metadataAgentProviderGroupId', groupId],
    ['name', title],
    ['scanner', scanner],
    ...(language === undefined ? [] : ([['language', language]] as const)),
  ];
}

function toCreation(name: string, folders: readonly string[], to: LibraryAgent): Entry[] {
  return [
    ['name', name],
    ['type', MOVIE_TYPE],
    ...toCommon(to),
    // PMS reads lists as text with commas, unlike what generated clients send.
    ['locations', folders.join(',')],
  ];
}

function toOldCreation(name: string, folders: readonly string[], to: LibraryAgent): Entry[] {
  return [
    ['name', name],
    ['type', 'movie'],
    ...toCommon(to),
    ...folders.map((folder): Entry => ['location', folder]),
  ];
}

function toCommon({ agent, groupId }: LibraryAgent): Entry[] {
  return [
    ['agent', agent],
    ['scanner', SCANNER],
    ['language', LANGUAGE],
    ['metadataAgentProviderGroupId', groupId],
  ];
}
