import type { MatchOutcome, MissReason } from '../matching/outcome.ts';
import type { GapKind, GapReason } from './gap.ts';

/** What the outcome of a match says about the gaps of its file; `undefined` when it says nothing about them. */
export type LiveFinding =
  | { readonly kind: 'GAP'; readonly gapKind: GapKind; readonly reason: GapReason }
  | { readonly kind: 'NO_GAP' };

type Judged = readonly [GapKind, GapReason] | undefined;

/** Reasons that say nothing about Stash's files are left out on purpose. */
const MISSES: Readonly<Record<MissReason, Judged>> = {
  NOT_IN_STASH: ['NOT_IN_STASH', 'NO_SUCH_FILE'],
  NO_RULE_COVERS_PATH: ['NOT_IN_STASH', 'NO_RULE_COVERS_PATH'],
  NAME_NOT_DISTINCTIVE: ['NOT_IN_STASH', 'NAME_AMBIGUOUS'],
  POLICY_FORBIDS: ['NOT_IN_STASH', 'NAME_AMBIGUOUS'],
  NO_FILE_NAME: undefined,
  ADULT_NOT_REQUESTED: undefined,
  TYPE_NOT_SERVED: undefined,
};

/**
 * Several scenes that fit mean that Stash has the file, so that "not in Stash" would be wrong: the item is one that
 * Plex does not show through this provider. What could not be known is no finding.
 *
 * @param isPathKnown whether any whole path was looked up; without one only the name was
 */
export function toLiveFinding(outcome: MatchOutcome, isPathKnown: boolean): LiveFinding | undefined {
  switch (outcome.kind) {
    case 'MATCHED':
      return { kind: 'NO_GAP' };
    case 'AMBIGUOUS':
      return { kind: 'GAP', gapKind: 'UNMATCHED', reason: 'NAME_AMBIGUOUS' };
    case 'MISSED':
      return toMissFinding(outcome.reason, isPathKnown);
    case 'CANDIDATES':
    case 'UNKNOWN':
      return undefined;
  }
}

function toMissFinding(missReason: MissReason, isPathKnown: boolean): LiveFinding | undefined {
  const judged = MISSES[missReason];
  if (judged === undefined) return undefined;
  const [gapKind, reason] = judged;
  return {
    kind: 'GAP',
    gapKind,
    reason: reason === 'NO_SUCH_FILE' && !isPathKnown ? 'NO_SUCH_NAME' : reason,
  };
}
