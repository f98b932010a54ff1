import type { Config } from '../config/config.ts';
import { systemClock } from '../lib/clock.ts';
import type { KnownFile, PlexPathSource } from '../paths/suggest/known-file.ts';
import { createPlexLibrary } from '../pms/create-plex-library.ts';
import { openPmsClient } from '../pms/open-pms-client.ts';

/** The same at every run, or Plex would show a new device for each. */
const CLIENT_ID = 'stash2plex-paths';

/**
 * Every file of Plex's movie libraries, whatever agent they use, since rules are wanted before ours is chosen;
 * `undefined` while PLEX_URL or PLEX_TOKEN is not set. Reading throws `PlexNotRead`.
 */
export function openPlexPaths({ plex }: Config, signal: AbortSignal): PlexPathSource | undefined {
  const { url, token, libraries } = plex;
  if (url === undefined || token === undefined) return undefined;
  const client = openPmsClient({ baseUrl: url, token, clientIdentifier: CLIENT_ID }, systemClock);
  const library = createPlexLibrary(client, { wanted: libraries, providerId: undefined });
  return {
    async *listPlexPaths(): AsyncGenerator<KnownFile> {
      for (const section of await library.listSections(signal)) {
        for await (const { items } of library.streamItems(section, signal)) {
          for (const { files, sizes } of items) yield* toKnownFiles(files, sizes);
        }
      }
    },
  };
}

function* toKnownFiles(
  files: readonly string[],
  sizes: readonly (number | undefined)[] = [],
): Generator<KnownFile> {
  for (const [index, path] of files.entries()) {
    const size = sizes[index];
    yield size === undefined ? { path } : { path, size };
  }
}
