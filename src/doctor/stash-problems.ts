import type { BreakerState } from '../lib/breaker-state.ts';
import type { UnknownReason } from '../model/unknown-cause.ts';
import type { Problem } from '../observe/problem.ts';
import type { StashState } from '../stash/capabilities.ts';
import { explainUnreachable } from '../stash/explain-unreachable.ts';
import { type ProblemId, getProblemKind } from './problem-catalog.ts';
import { toProblem } from './to-problem.ts';

/** What is wrong between us and Stash. With a filled catalog Plex is answered from copies, so it is a warning then. */
export function listStashProblems(
  url: string,
  state: StashState,
  breaker: BreakerState,
  hasCatalog: boolean,
): Problem[] {
  const severity = hasCatalog ? 'WARNING' : 'ERROR';
  if (state.kind !== 'CONNECTED') {
    const { reason, detail } = state.cause;
    const id = findId(reason);
    return id ? [toProblem(id, { severity, summary: detail, nextStep: toNextStep(reason, url) })] : [];
  }
  if (breaker.kind !== 'OPEN') return [];
  const summary = `Stash failed repeatedly and is left alone for half a minute: ${breaker.lastError?.detail ?? 'no details'}`;
  return [toProblem('BREAKER_OPEN', { severity, summary })];
}

/** What to do about Stash: for an address that nothing answers at, by the trap that its host name suggests. */
export function toNextStep(reason: UnknownReason, url: string): string {
  const trap = reason === 'STASH_UNREACHABLE' ? explainUnreachable(url) : undefined;
  return trap ?? getProblemKind(findId(reason) ?? 'STASH_FAILED').nextStep;
}

/** A call that ended with this process, or over our own disk, says nothing about Stash. */
function findId(reason: UnknownReason): ProblemId | undefined {
  if (reason === 'STOPPING' || reason === 'STORE_FAILED') return undefined;
  return reason === 'BUDGET_SPENT' ? 'STASH_TOO_SLOW' : reason;
}
