import type { Problem } from '../../observe/problem.ts';
import type { StashView } from '../api-dependencies.ts';
import type { StashStatus, StatusResolvers } from '../generated/resolver-types.ts';
import { describeCatalog } from './describe-catalog.ts';

export const status: StatusResolvers = {
  problems: ({ listProblems }) => [...listProblems()].sort(bySeverity),
  stash: ({ stash }) => toStashStatus(stash()),
  catalog: ({ catalog }) => describeCatalog(catalog),
  openGaps: ({ gaps }) =>
    gaps.listGauges().flatMap(({ kind, state, count }) => (state === 'OPEN' ? [{ kind, count }] : [])),
  nextSweepAt: ({ findNextSweepAt }) => findNextSweepAt(),
  runningSweep: ({ gaps }) => gaps.running(),
};

function bySeverity(a: Problem, b: Problem): number {
  return Number(a.severity === 'WARNING') - Number(b.severity === 'WARNING');
}

function toStashStatus({ version, breaker }: StashView): StashStatus {
  return {
    version,
    breaker: breaker.kind,
    breakerSince: breaker.since,
    lastError: breaker.lastError?.detail,
  };
}
