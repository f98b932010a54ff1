import type { Candidate } from './outcome.ts';
import type { RanStrategy } from './run-strategies.ts';
import type { FoundScene, Verdict } from './strategy.ts';

/** As many as a person reads through in Fix Match. */
const MOST_CANDIDATES = 20;

/** All scenes that the strategies found, each once with the best that was said of it, best first. */
export function toCandidates(ran: readonly RanStrategy[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of ran.flatMap(listCandidates)) {
    const known = best.get(candidate.sceneId);
    if (known === undefined || compare(candidate, known) < 0) best.set(candidate.sceneId, candidate);
  }
  return [...best.values()].sort(compare).slice(0, MOST_CANDIDATES);
}

function listCandidates({ name, verdict }: RanStrategy): Candidate[] {
  const certain = verdict.kind === 'CERTAIN';
  return listScenes(verdict).map(({ sceneId, score }) => ({ sceneId, strategy: name, certain, score }));
}

function listScenes(verdict: Verdict): readonly FoundScene[] {
  if (verdict.kind === 'CERTAIN') return [verdict.scene];
  return verdict.kind === 'NOTHING' ? [] : verdict.scenes;
}

function compare(a: Candidate, b: Candidate): number {
  return Number(b.certain) - Number(a.certain) || b.score - a.score;
}
