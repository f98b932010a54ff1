import type { Health } from '../api/health-routes.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogConfig } from '../config/config.ts';
import { listCatalogProblems } from '../doctor/catalog-problems.ts';
import type { Doctor } from '../doctor/create-doctor.ts';
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
  readonly doctor: Pick<Doctor, 'lastFindings'>;
}

const BREAKER_GAUGE: Readonly<Record<BreakerState['kind'], number>> = { OPEN: 1, HALF_OPEN: 0.5, CLOSED: 0 };

/** What `/health/ready` and the gauges say. */
export function composeHealth(
  config: CatalogConfig,
  { stash, catalog, ruleCheck, doctor }: HealthParts,
  { clock, metrics }: Surroundings,
) {
  const listLive = (): readonly Problem[] => {
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
  // What only the doctor sees does not keep this service from answering Plex, so it never makes it unready.
  const listReadiness = () => [...listLive(), ...doctor.lastFindings().map(asWarning)];
  const health: Health = { listProblems: listReadiness, describe };
  /** The same with its full weight. */
  const listProblems = (): readonly Problem[] => [...listLive(), ...doctor.lastFindings()];
  const updateGauges = (): void => {
    const state = catalog.state;
    metrics.breakerOpen.set(BREAKER_GAUGE[stash.guards.breaker.state().kind]);
    metrics.catalogScenes.set(
      state.kind === 'COMPLETE' ? state.scenes : state.kind === 'FILLING' ? state.seen : 0,
    );
    metrics.catalogAge.set(catalog.ageMs === undefined ? -1 : catalog.ageMs / 1000);
  };
  return { health, listProblems, updateGauges };
}

function asWarning(problem: Problem): Problem {
  return { ...problem, severity: 'WARNING' };
}

/** Errors of this side do not print as JSON, and their text is for the log. */
function toPlain({ trouble, ...state }: Catalog['state']): Readonly<Record<string, unknown>> {
  if (trouble === undefined) return state;
  return { ...state, trouble: { kind: trouble.kind, since: trouble.since } };
}
