import type { MatchRequest } from './match-request.ts';
import type { MatchOutcome, MissReason } from './outcome.ts';
import { toCandidates } from './rank-candidates.ts';
import { isFileTie, type RanStrategy } from './run-strategies.ts';

/** True when asking Stash could change nothing: one scene is certain, or a catalog that knows all files sees a tie. */
export function isSettled(ran: readonly RanStrategy[], isComplete: boolean): boolean {
  return ran.some(
    ({ name, verdict }) => verdict.kind === 'CERTAIN' || (isComplete && isFileTie(name, verdict)),
  );
}

/** The match of the first strategy that is certain. */
export function findMatch(ran: readonly RanStrategy[]): MatchOutcome | undefined {
  for (const { name, verdict } of ran)
    if (verdict.kind === 'CERTAIN')
      return { kind: 'MATCHED', sceneId: verdict.scene.sceneId, strategy: name };
  return undefined;
}

/** The outcome of a request that no person watches: one scene that is certain, or why none is. */
export function toAutomaticOutcome(ran: readonly RanStrategy[], request: MatchRequest): MatchOutcome {
  const open = ran.filter(({ verdict }) => verdict.kind === 'TIED' || verdict.kind === 'UNPROVEN');
  return (
    findMatch(ran) ??
    (open.length > 0
      ? { kind: 'AMBIGUOUS', candidates: toCandidates(open) }
      : { kind: 'MISSED', reason: toMissReason(ran, request) })
  );
}

/** The outcome of a request whose answer a person reads: all that is worth showing, best first. */
export function toManualOutcome(ran: readonly RanStrategy[], request: MatchRequest): MatchOutcome {
  const candidates = toCandidates(ran);
  return candidates.length > 0
    ? { kind: 'CANDIDATES', candidates }
    : { kind: 'MISSED', reason: toMissReason(ran, request) };
}

/** The nearest thing to a match names the reason: that is what the owner can do something about. */
function toMissReason(ran: readonly RanStrategy[], { file }: MatchRequest): MissReason {
  if (file === undefined) return 'NO_FILE_NAME';
  const kinds = new Set(ran.map(({ verdict }) => verdict.kind));
  if (kinds.has('POLICY_FORBIDS')) return 'POLICY_FORBIDS';
  if (kinds.has('NOT_DISTINCTIVE')) return 'NAME_NOT_DISTINCTIVE';
  return file.unmapped.length > 0 && file.mapped.length === 0 ? 'NO_RULE_COVERS_PATH' : 'NOT_IN_STASH';
}
