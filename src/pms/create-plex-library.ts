import { type PlexLibrary, PlexNotRead, type PlexSection } from '../gaps/plex-library.ts';
import type { PlexPath } from '../model/file-paths.ts';
import { countAccessible } from './accessible.ts';
import { chooseSections, type SectionChoice } from './choose-sections.ts';
import { readIdentity } from './identity.ts';
import { streamListing } from './items.ts';
import { createPageReader } from './listing-page.ts';
import type { PmsClient } from './pms-client.ts';
import { PmsError } from './pms-error.ts';
import { listAllSections } from './sections.ts';
import { toIncompleteCause } from './to-incomplete-cause.ts';

/** PMS as a sweep and the path rules need it. */
export interface PmsLibrary extends PlexLibrary {
  /** The folders of the libraries that are compared, as PMS names them, once each. Throws as `listSections` does. */
  listLocations(signal: AbortSignal): Promise<readonly PlexPath[]>;
}

/**
 * Reads the libraries of one PMS. What PMS does wrong comes as `PlexNotRead`; a caller who gives up gets the reason of
 * the own signal back.
 */
export function createPlexLibrary(client: PmsClient, choice: SectionChoice): PmsLibrary {
  const listSections = (signal: AbortSignal): Promise<readonly PlexSection[]> =>
    explained(async () => {
      await readIdentity(client, signal);
      return chooseSections(await listAllSections(client, signal), choice);
    });
  return {
    listSections,
    async listLocations(signal) {
      const sections = await listSections(signal);
      return [...new Set(sections.flatMap(({ locations }) => locations))];
    },
    async *streamItems(section, signal) {
      try {
        yield* streamListing(createPageReader(client, section.key, signal), section);
      } catch (error) {
        throw toExplained(error);
      }
    },
    countAccessible: (ratingKeys, signal) => explained(() => countAccessible(client, ratingKeys, signal)),
  };
}

async function explained<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw toExplained(error);
  }
}

function toExplained(error: unknown): unknown {
  return error instanceof PmsError ? new PlexNotRead(toIncompleteCause(error), { cause: error }) : error;
}
