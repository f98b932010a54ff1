import type { Catalog } from '../catalog/catalog.ts';
import type { Config } from '../config/config.ts';
import { type Matcher, createMatcher } from '../matching/match-file.ts';
import type { MatchExplanation } from '../matching/explanation.ts';
import { parseProviderGuid } from '../metadata/provider-guid.ts';
import type { PlexPath } from '../model/file-paths.ts';
import type { PathMapper } from '../paths/path-mapper.ts';
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
    lookup: catalog.lookUp,
    readScene: reading.readLive,
    parseGuid: (text) => parseProviderGuid(config.provider.id, text),
    policy: config.matching.policy,
    adultResults: config.matching.adultResults,
    clock,
    onExplained,
  });
}
