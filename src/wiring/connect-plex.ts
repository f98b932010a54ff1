import { randomUUID } from 'node:crypto';
import type { Config } from '../config/config.ts';
import type { PlexPath } from '../model/file-paths.ts';
import { asPlexPath } from '../model/file-paths.ts';
import { type PmsLibrary, createPlexLibrary } from '../pms/create-plex-library.ts';
import { openPmsClient } from '../pms/open-pms-client.ts';
import type { Database } from '../store/database.ts';
import { findSetting, recordSetting } from '../store/settings-table.ts';
import type { Surroundings } from './surroundings.ts';

const CLIENT_ID = 'plex-client-id';
const ROOTS = 'plex-library-roots';

export type Plex = ReturnType<typeof connectPlex>;

/** Plex Media Server as we call it: nothing while PLEX_URL is not set. */
export function connectPlex({ plex, provider }: Config, database: Database, { clock, logger }: Surroundings) {
  const library = plex.url === undefined ? undefined : openLibrary(plex.url);
  let roots = plex.libraryRoots.length > 0 ? plex.libraryRoots.map(asPlexPath) : readKnownRoots(database);

  function openLibrary(baseUrl: string): PmsLibrary {
    const token = plex.token === undefined ? {} : { token: plex.token };
    const client = openPmsClient({ baseUrl, ...token, clientIdentifier: ensureClientId(database) }, clock);
    return createPlexLibrary(client, { wanted: plex.libraries, providerId: provider.id });
  }

  return {
    library,
    /** The library folders: as configured, else as PMS last told them, also in an earlier run. */
    roots: (): readonly PlexPath[] => roots,
    /** Asks PMS for the library folders, unless they are configured. Never rejects. */
    refreshRoots: async (signal: AbortSignal): Promise<void> => {
      if (!library || plex.libraryRoots.length > 0) return;
      try {
        roots = await library.listLocations(signal).then((locations) => [...locations]);
        recordSetting(database, ROOTS, JSON.stringify(roots));
      } catch (error) {
        if (!signal.aborted) logger.warn({ err: error }, 'the library folders could not be asked from Plex');
      }
    },
  };
}

/** One identifier for the life of the data folder, or Plex would show a new device at every start. */
function ensureClientId(database: Database): string {
  const known = findSetting(database, CLIENT_ID);
  if (known !== undefined) return known;
  const made = randomUUID();
  recordSetting(database, CLIENT_ID, made);
  return made;
}

function readKnownRoots(database: Database): PlexPath[] {
  const known = findSetting(database, ROOTS);
  return known === undefined ? [] : (JSON.parse(known) as PlexPath[]);
}
