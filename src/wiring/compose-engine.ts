import type { Config } from '../config/config.ts';
import type { MatchExplanation } from '../matching/explanation.ts';
import { RecentMatches } from '../matching/recent-matches.ts';
import { createPathMapper } from '../paths/create-path-mapper.ts';
import { composeCatalog } from './compose-catalog.ts';
import { composeGaps } from './compose-gaps.ts';
import { composeMatching } from './compose-matching.ts';
import { composeReading } from './compose-reading.ts';
import { connectPlex } from './connect-plex.ts';
import { connectStash } from './connect-stash.ts';
import { openStores } from './open-stores.ts';
import { PullFailures } from './pull-failures.ts';
import { RuleCheck, checkRules } from './rule-check.ts';
import type { Surroundings } from './surroundings.ts';
import type { CatalogEvent } from '../catalog/catalog-state.ts';

const RECENT_MATCHES = 1000;

export type Engine = ReturnType<typeof composeEngine>;

/** Who is told what the engine does. */
export interface EngineListeners {
  readonly onExplained: (explanation: MatchExplanation) => void;
  readonly onCatalogEvent: (event: CatalogEvent) => void;
}

/**
 * What recognises and reads scenes: stores, Stash, catalog, path rules and matcher, fitted together and not started.
 * The service puts listeners around it; commands use it while no service runs.
 *
 * @throws the errors of `openDatabase`.
 */
export function composeEngine(config: Config, around: Surroundings, listeners: EngineListeners) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stores = openStores(config, around);
  const stash = connectStash(config.stash, config.provider.requestBudgetMs, around);
  const plex = connectPlex(config, stores.database, around);
  const ruleCheck = new RuleCheck(
    () => checkRules(config.pathRules, stores.database, signal),
    (error) => signal.aborted || around.logger.error({ err: error }, 'the path rules could not be checked'),
  );
  const pulls = new PullFailures();
  const catalog = composeCatalog(config.catalog.followS, stores, stash, around, (event) => {
    if (event.kind === 'PULL_COMPLETED') ruleCheck.start();
    pulls.record(event);
    listeners.onCatalogEvent(event);
  });
  const reading = composeReading(stash, stores, around);
  // Only what Plex asks counts as a hit of a rule: sweeps and explanations use the same rules uncounted.
  const uncounted = createPathMapper(config.pathRules);
  const gapParts = { stores, stash, plex, catalog, onPullFailed: pulls.onPullFailed, paths: uncounted };
  const gaps = composeGaps(config, gapParts, around);
  const paths = createPathMapper(config.pathRules, {
    onHit: (rule, way) => stores.ruleHits.record(rule, way),
  });
  const recent = new RecentMatches(stores.recentMatches.listMatches(RECENT_MATCHES));
  const matching = { stores, reading, catalog, plexRoots: plex.roots };
  const matcher = composeMatching(config, { ...matching, paths }, around, (explanation) => {
    recent.record(explanation);
    gaps.recordMatch(explanation);
    listeners.onExplained(explanation);
  });
  const explainMatch = composeMatching(config, { ...matching, paths: uncounted }, around, () => undefined);
  return {
    stores,
    stash,
    catalog,
    reading,
    matcher,
    /** A matcher like it that counts and records nothing. */
    explainMatch,
    plex,
    gaps,
    /** The last decisions; whoever wants them to outlive the process takes them with `drain`. */
    recent,
    ruleCheck,
    /** Aborts when the engine stops. */
    signal,
    /** Ends what runs, writes what is unwritten and gives the data folder free. */
    stop: async (): Promise<void> => {
      stopping.abort(new Error('the service is stopping'));
      await gaps.stop();
      stash.guards.stop();
      await Promise.all([catalog.stop(), ruleCheck.settle()]);
      stores.close();
    },
  };
}
