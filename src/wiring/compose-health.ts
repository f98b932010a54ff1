import type { Health } from '../api/health-routes.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogConfig } from '../config/config.ts';
import { listCatalogProblems } from '../doctor/catalog-problems.ts';
import { listRuleProblems } from '../doctor/rule-problems.ts';
import { listStashProblems } from '../doctor/stash-problems.ts';
import type { BreakerState } from '../lib/breaker-state.ts';
import type { Problem } from '../observe/problem.ts';
import type { Stash } from './connect-stash.ts';
import type { RuleCheck } from './rule-check.ts';
import type { Surroundings } from './surroundings.ts';

interface HealthParts {
  readonly stash: Stash;
  readonly catalog: Catalog;
  readonly ruleCheck: RuleCheck;
}

const BREAKER_GAUGE: Readonly<Record<BreakerState['kind'], number>> = { OPEN: 1, HALF_OPEN: 0.5, CLOSED: 0 };

/** What `/health/ready` and the gauges say. */
export function composeHealth(
  config: CatalogConfig,
  { stash, catalog, ruleCheck }: HealthParts,
  { clock, metrics }: Surroundings,
) {
  const listProblems = (): readonly Problem[] => {
    const state = catalog.state;
    return [
      ...listStashProblems(
        stash.url,
        stash.connection.state(),
        stash.guards.breaker.state(),
        state.kind === 'COMPLETE',
      ),
      ...listCatalogProblems(state, config, clock.now()),
      ...listRuleProblems(ruleCheck.report),
    ];
  };
  const describe = () => ({
    stash: { state: stash.connection.state(), breaker: stash.guards.breaker.state() },
    catalog: toPlain(catalog.state),
  });
  const health: Health = { listProblems, describe };
  const updateGauges = (): void => {
    const state = catalog.state;
    metrics.breakerOpen.set(BREAKER_GAUGE[stash.guards.breaker.state().kind]);
    metrics.catalogScenes.set(
      state.kind === 'COMPLETE' ? state.scenes : state.kind === 'FILLING' ? state.seen : 0,
    );
    metrics.catalogAge.set(catalog.ageMs === undefined ? -1 : catalog.ageMs / 1000);
  };
  return { health, updateGauges };
}

/** Errors of this side do not print as JSON, and their text is for the log. */
function toPlain({ trouble, ...state }: Catalog['state']): Readonly<Record<string, unknown>> {
  if (trouble === undefined) return state;
  return { ...state, trouble: { kind: trouble.kind, since: trouble.since } };
}
