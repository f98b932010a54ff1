import { type StepOutcome, type TracedRoundTrip, tracePath } from '../../paths/trace-path.ts';
import type { PathRule } from '../../paths/path-rule.ts';
import { badInput } from '../api-error.ts';
import type { PathTrace, Side } from '../generated/resolver-types.ts';
import { LONGEST_TEXT } from '../to-gap-filter.ts';
import { toSentence } from './to-sentence.ts';

/**
 * Takes a path through every rule and back.
 *
 * @throws GraphQLError `BAD_USER_INPUT` for what can be no path.
 */
export function mapPath(rules: readonly PathRule[], path: string, from: Side): PathTrace {
  if (path === '' || path.length > LONGEST_TEXT || path.includes('\0'))
    throw badInput(`expected a path of 1 to ${LONGEST_TEXT} characters, but got: ${path.length}`);
  const trace = tracePath(rules, path, from === 'PLEX' ? 'TO_STASH' : 'TO_PLEX');
  const { result } = trace;
  return {
    path,
    from,
    ...(result.kind === 'MAPPED' && { result: result.path, rule: result.rule }),
    back: findBack(trace.roundTrip),
    steps: trace.steps.map(({ rule, outcome }) => ({
      rule,
      matched: outcome.kind === 'PRODUCED',
      finding: toFinding(outcome),
    })),
  };
}

function findBack(trip: TracedRoundTrip): string | undefined {
  return trip.kind === 'SURVIVED' || trip.kind === 'CHANGED' ? trip.path : undefined;
}

function toFinding(outcome: StepOutcome): string {
  if (outcome.kind !== 'PRODUCED') return toSentence(outcome.why);
  return outcome.wins
    ? `It wins with ${outcome.path}`
    : `An earlier rule had won; alone it would give ${outcome.path}`;
}
