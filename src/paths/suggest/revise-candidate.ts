import type { PathRule } from '../path-rule.ts';
import { toRegexRule } from './build-rule.ts';
import type { Candidate } from './candidate.ts';
import { toRewrite } from './partition-candidates.ts';
import { type RuleRecord, countHits } from './rule-record.ts';

/** So many certain files outweigh one whose size differs: it may have been replaced since one side looked. */
const CERTAIN_PER_OTHER_SIZE = 100;

/** Only a rule that many files confirm and next to none contradict is believed where just a name speaks for it. */
const RIGHT_TO_BE_BELIEVED = 20;
const RIGHT_PER_STRAY = 100;

/** Below this share of targets that exist, likely pairs are no proof, however many. */
const SHARE_OF_HITS = 0.8;
const CERTAIN_NEEDED = 2;

/** What speaks against a rule, seen over all files; undefined when nothing does. */
export type Objection = 'WRONG_TO_STASH' | 'WRONG_TO_PLEX' | 'UNCONFIRMED' | 'UNPROVEN';

/** `isCoherent` tells that the list explains nearly all pairs: without sizes, a rule is only as good as its list. */
export function findObjection(record: RuleRecord, isCoherent: boolean): Objection | undefined {
  const { toStash, toPlex, certain, strays } = record;
  if (isWrong(toStash)) return 'WRONG_TO_STASH';
  if (isWrong(toPlex)) return 'WRONG_TO_PLEX';
  if (!isCoherent && record.sized < CERTAIN_NEEDED) return 'UNPROVEN';
  const unconfirmed = record.listUnconfirmed().length;
  const isBelieved =
    toStash.RIGHT >= Math.max(RIGHT_TO_BE_BELIEVED, unconfirmed / 4) &&
    strays <= toStash.RIGHT / RIGHT_PER_STRAY;
  if (unconfirmed > 0 && !isBelieved) return 'UNCONFIRMED';
  if (certain >= CERTAIN_NEEDED) return undefined;
  const shares = [toStash, toPlex].map((counts) => {
    const hits = countHits(counts);
    return hits === 0 ? 0 : hits / (hits + counts.NOWHERE);
  });
  return Math.max(...shares) >= SHARE_OF_HITS ? undefined : 'UNPROVEN';
}

/** What may be tried in place of a candidate that failed: less of it, never more. */
export function reviseCandidate(candidate: Candidate, objection: Objection, record: RuleRecord): Candidate[] {
  const { rule, narrow } = candidate;
  if (objection === 'UNPROVEN') return [];
  if (objection === 'WRONG_TO_PLEX') {
    const oneWay = toOneWay(rule);
    return oneWay === undefined ? [] : [{ ...candidate, rule: oneWay }];
  }
  const isStrictWorthATry = objection === 'WRONG_TO_STASH' && rule.ignoreCase;
  return [
    ...(isStrictWorthATry ? [{ ...candidate, rule: { ...rule, ignoreCase: false } }] : []),
    ...(narrow?.([...record.wrongPlexPaths, ...record.listUnconfirmed()]) ?? []),
  ];
}

function isWrong({ WRONG, OTHER_SIZE, RIGHT }: RuleRecord['toStash']): boolean {
  return WRONG > 0 || OTHER_SIZE > RIGHT / CERTAIN_PER_OTHER_SIZE;
}

/** The same rule without its way to Plex. */
function toOneWay(rule: PathRule): PathRule | undefined {
  if (rule.kind === 'PREFIX')
    return toRegexRule(toRewrite(rule.plex, rule.stash, '(?<rest>.+)$'), 'none', rule.ignoreCase);
  return rule.toStash === 'none' || rule.toPlex === 'none' ? undefined : { ...rule, toPlex: 'none' };
}
