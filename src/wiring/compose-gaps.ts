import type { Catalog } from '../catalog/catalog.ts';
import type { PullResult } from '../catalog/pull-runner.ts';
import type { Config } from '../config/config.ts';
import { createGaps } from '../gaps/create-gaps.ts';
import type { Gaps } from '../gaps/gaps.ts';
import { parseProviderGuid } from '../metadata/provider-guid.ts';
import type { UnknownCause } from '../model/unknown-cause.ts';
import { createRecordSweep } from '../observe/record-sweep.ts';
import type { PathMapper } from '../paths/path-mapper.ts';
import { createGapStore } from '../store/create-gap-store.ts';
import { createSweepStaging } from '../store/create-sweep-staging.ts';
import { createSweepStore } from '../store/create-sweep-store.ts';
import type { Stash } from './connect-stash.ts';
import type { Plex } from './connect-plex.ts';
import type { Stores } from './open-stores.ts';
import type { Surroundings } from './surroundings.ts';

interface GapParts {
  readonly stores: Stores;
  readonly stash: Stash;
  readonly plex: Plex;
  readonly catalog: Catalog;
  /** Calls the listener whenever a pass over Stash is cut short; the returned function ends that. */
  readonly onPullFailed: (listener: (cause: UnknownCause) => void) => () => void;
  readonly paths: PathMapper;
}

/** Where both libraries disagree: found live by matches, and by sweeps. */
export function composeGaps(config: Config, parts: GapParts, { clock, logger }: Surroundings): Gaps {
  const { stores, plex, paths } = parts;
  return createGaps({
    plex: plex.library,
    plexRoots: plex.roots,
    refreshCatalog: (signal) => refreshCatalog(parts, signal),
    paths,
    parseGuid: (guid) => parseProviderGuid(config.provider.id, guid),
    ledger: stores.ledger,
    gaps: createGapStore(stores.database),
    sweeps: createSweepStore(stores.database),
    staging: createSweepStaging(stores.database, config.metadata.fields),
    clock,
    onSweepEnded: createRecordSweep(logger),
    onFailure: stores.onFailure,
  });
}

/**
 * A sweep wants a catalog that equals Stash now. A refresh would wait for Stash as long as it takes, so a Stash that
 * cannot be used ends the sweep at once, before and while it is read.
 */
async function refreshCatalog(
  { stash, catalog, onPullFailed }: GapParts,
  signal: AbortSignal,
): Promise<'COMPLETE' | UnknownCause> {
  const state = await stash.connection.probe();
  if (state.kind !== 'CONNECTED') return state.cause;
  const gone = Promise.withResolvers<UnknownCause>();
  const stopWatching = onPullFailed((trouble) => gone.resolve(trouble));
  const abort = (): void => gone.reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    const done = catalog.refresh('DIFF').then(toAnswer);
    return await Promise.race([done, gone.promise]);
  } finally {
    stopWatching();
    signal.removeEventListener('abort', abort);
  }
}

/** A catalog that holds scenes Stash seems to have lost is no ground for a comparison. */
function toAnswer(result: PullResult): 'COMPLETE' | UnknownCause {
  if (result.kind === 'STOPPED') return STOPPING;
  return result.summary.held > 0 ? HELD : 'COMPLETE';
}

const HELD: UnknownCause = {
  reason: 'STASH_FAILED',
  detail: 'Stash suddenly lacks many scenes; a second look must agree before they count as gone.',
};
const STOPPING: UnknownCause = { reason: 'STOPPING', detail: 'This service is stopping.' };
