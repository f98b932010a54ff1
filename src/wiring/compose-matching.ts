import type { Catalog } from '../catalog/catalog.ts';
import type { Config } from '../config/config.ts';
import { type Matcher, createMatcher } from '../matching/match-file.ts';
import type { MatchExplanation } from '../matching/explanation.ts';
import { parseProviderGuid } from '../metadata/provider-guid.ts';
import type { PlexPath } from '../model/file-paths.ts';
import type { LiveLookup } from '../matching/live-lookup.ts';
import type { PathMapper } from '../paths/path-mapper.ts';
import { DiskFullError } from '../store/store-errors.ts';
import type { Reading } from './compose-reading.ts';
import type { Stores } from './open-stores.ts';
import type { Surroundings } from './surroundings.ts';

interface MatchingParts {
  readonly stores: Stores;
  readonly reading: Reading;
  readonly catalog: Catalog;
  readonly paths: PathMapper;
  /** The library folders as PMS names them. */
  readonly plexRoots: () => readonly PlexPath[];
}

/** The matcher with everything it asks. */
export function composeMatching(
  config: Config,
  { stores, reading, catalog, paths, plexRoots }: MatchingParts,
  { clock }: Surroundings,
  onExplained: (explanation: MatchExplanation) => void,
): Matcher {
  return createMatcher({
    catalog: stores.index,
    paths,
    plexRoots,
    lookup: sayFullDisk(catalog.lookUp),
    readScene: reading.readLive,
    parseGuid: (text) => parseProviderGuid(config.provider.id, text),
    policy: config.matching.policy,
    adultResults: config.matching.adultResults,
    clock,
    onExplained,
  });
}

/** What Stash found cannot be kept on a full disk, so the match cannot be decided: that is no miss. */
function sayFullDisk(lookUp: LiveLookup): LiveLookup {
  return async (request, signal) => {
    try {
      return await lookUp(request, signal);
    } catch (error) {
      if (!(error instanceof DiskFullError)) throw error;
      const detail = 'The data folder is full, so that what Stash knows cannot be kept.';
      return { kind: 'UNKNOWN', cause: { reason: 'STORE_FAILED', detail } };
    }
  };
}
