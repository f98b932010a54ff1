import { EVIDENCE_NEEDED, countFiles, weighEvidence } from './candidate.ts';
import type { FolderPair } from './folder-pair.ts';
import { RuleListDraft } from './rule-list-draft.ts';
import type { Trial } from './trial.ts';

const MOST_RULES = 40;
const SMALLEST_GAIN = 2;

/** Evidence needed for a rule that takes files away from another: fewer could be namesakes of missing files. */
const EVIDENCE_TO_CARVE_OUT = 4;

/** Below this share of right answers a rule rests on chance. */
const SMALLEST_RIGHT_SHARE = 0.2;

/** Puts together the list that takes most files to the right place, and leaves out what brings next to nothing. */
export function chooseRules(trials: readonly Trial[], pairs: readonly FolderPair[]): Trial[] {
  const draft = new RuleListDraft(pairs);
  while (draft.trials.length < MOST_RULES) {
    const best = findBest(trials, draft);
    if (best === undefined) break;
    draft.insert(best.trial, best.at);
  }
  return prune(draft.trials, pairs);
}

interface Best {
  readonly trial: Trial;
  readonly at: number;
  readonly gain: number;
}

/** Of equally good ones the first: prefix rules come before patterns. */
function findBest(trials: readonly Trial[], draft: RuleListDraft): Best | undefined {
  let best: Best | undefined;
  for (const trial of trials) {
    if (draft.trials.includes(trial)) continue;
    const { at, gain } = draft.findInsertion(trial);
    const needed = Math.max(best === undefined ? SMALLEST_GAIN : best.gain + 1e-6, 0);
    if (gain < needed || (at < draft.trials.length && !isWellFounded(trial))) continue;
    best = { trial, at, gain };
  }
  return best;
}

function isWellFounded({ candidate }: Trial): boolean {
  return weighEvidence(candidate.members) >= EVIDENCE_TO_CARVE_OUT;
}

/** Later rules may have made earlier ones pointless, and only the whole list shows which ones rest on chance. */
function prune(chosen: readonly Trial[], pairs: readonly FolderPair[]): Trial[] {
  const draft = new RuleListDraft(pairs, chosen);
  for (const [at, trial] of chosen.entries()) {
    const without = chosen.filter((other) => other !== trial);
    const isPointless = draft.worth - new RuleListDraft(pairs, without).worth < SMALLEST_GAIN;
    if (isPointless || restsOnChance(draft, at)) return prune(without, pairs);
  }
  return [...chosen];
}

function restsOnChance(draft: RuleListDraft, at: number): boolean {
  const { right, astray } = draft.listTaken(at);
  const [good, bad] = [countFiles(right), countFiles(astray)];
  return weighEvidence(right) < EVIDENCE_NEEDED || good < SMALLEST_RIGHT_SHARE * (good + bad);
}
