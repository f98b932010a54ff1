import type { CombinationResult } from './combination-result.ts';
import type { Found } from './scan-tally.ts';

/** What must not be, each in one line; none when the combination was borne. */
export function listProblems({ scan, stash }: CombinationResult): readonly string[] {
  const { wrong, lost, unanswered, violations } = scan;
  const found = [
    describe('wrong answers', wrong),
    describe('files lost', lost),
    describe('calls without an answer', unanswered),
    describe('breaches of the contract', violations),
  ].flat();
  if (stash.maxInFlight <= stash.limit) return found;
  return [...found, `${stash.maxInFlight} requests to Stash at once, where ${stash.limit} are allowed`];
}

function describe(what: string, { count, examples }: Found): string[] {
  return count === 0 ? [] : [`${count} ${what}, such as: ${examples.join('; ')}`];
}
