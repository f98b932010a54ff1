import type { ApiDependencies } from '../api/api-dependencies.ts';
import { createReadRawScenes } from '../api/scenes/read-raw-scenes.ts';
import type { Config } from '../config/config.ts';
import type { Problem } from '../observe/problem.ts';
import { countCatalogFiles } from '../store/scene-files-table.ts';
import type { Engine } from './compose-engine.ts';

interface ApiParts {
  readonly version: string;
  readonly startedAt: number;
  readonly listProblems: () => readonly Problem[];
  readonly findNextSweepAt: () => number | undefined;
  readonly stopping: AbortSignal;
}

/** What the GraphQL API and the reports read and do. */
export function composeApi({ pathRules }: Config, engine: Engine, parts: ApiParts): ApiDependencies {
  const { stash, catalog, gaps, stores, ruleCheck, recent, explainMatch } = engine;
  return {
    ...parts,
    stash: () => {
      const state = stash.connection.state();
      return { ...('version' in state && { version: state.version }), breaker: stash.guards.breaker.state() };
    },
    catalog: {
      state: () => catalog.state,
      countScenes: () => stores.catalog.countScenes(),
      countFiles: () => countCatalogFiles(stores.database),
      refresh: (kind) => void catalog.refresh(kind),
    },
    gaps,
    paths: {
      rules: pathRules,
      listHits: () => stores.ruleHits.list(),
      findRoundTrip: () => ruleCheck.report,
    },
    listRecentMatches: (filter) => recent.list(filter),
    explainMatch,
    readScenes: createReadRawScenes(stash.connection.client),
  };
}
