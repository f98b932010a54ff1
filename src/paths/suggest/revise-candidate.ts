import { toFoldedPath, toSegments } from '../normal-form.ts';
import type { PathRule } from '../path-rule.ts';
import { toPrefixRule, toRegexRule } from './build-rule.ts';
import type { Candidate, PrefixCandidate } from './candidate.ts';
import { type PlacedFolder, listPureFolders, toPlaced } from './folder-tree.ts';
import { toListRules, toRewrite } from './partition-candidates.ts';
import type { RuleRecord } from './rule-record.ts';

/** So many certain files outweigh one whose size differs: it may have been replaced since one side looked. */
const CERTAIN_PER_OTHER_SIZE = 100;

/** Below this share of targets that exist, likely pairs are no proof, however many. */
const SHARE_OF_HITS = 0.8;
const CERTAIN_NEEDED = 2;

/** What speaks against a rule, seen over all files; undefined when nothing does. */
export type Objection = 'WRONG_TO_STASH' | 'WRONG_TO_PLEX' | 'UNPROVEN';

export function findObjection({ toStash, toPlex, certain }: RuleRecord): Objection | undefined {
  if (isWrong(toStash)) return 'WRONG_TO_STASH';
  if (isWrong(toPlex)) return 'WRONG_TO_PLEX';
  if (certain >= CERTAIN_NEEDED) return undefined;
  const shares = [toStash, toPlex].map(({ RIGHT, PLAUSIBLE, NOWHERE }) => {
    const all = RIGHT + PLAUSIBLE + NOWHERE;
    return all === 0 ? 0 : (RIGHT + PLAUSIBLE) / all;
  });
  return Math.max(...shares) >= SHARE_OF_HITS ? undefined : 'UNPROVEN';
}

/** What may be tried in place of a candidate that failed: less of it, never more. */
export function reviseCandidate(candidate: Candidate, objection: Objection, record: RuleRecord): Candidate[] {
  const { rule, prefix } = candidate;
  if (objection === 'UNPROVEN') return [];
  if (objection === 'WRONG_TO_PLEX') {
    const oneWay = toOneWay(rule, prefix);
    return oneWay === undefined ? [] : [{ ...candidate, rule: oneWay }];
  }
  if (prefix === undefined) return [];
  const strict = { ...prefix, rule: toPrefixRule(prefix.heads, false) };
  return [
    ...(rule.ignoreCase && rule.kind === 'PREFIX'
      ? [{ ...candidate, rule: strict.rule, prefix: strict }]
      : []),
    ...toListRules(prefix, listSafeFolders(prefix, record.wrongPlexPaths), 'both'),
  ];
}

function isWrong({ WRONG, OTHER_SIZE, RIGHT }: RuleRecord['toStash']): boolean {
  return WRONG > 0 || OTHER_SIZE > RIGHT / CERTAIN_PER_OTHER_SIZE;
}

/** The same rule without its way to Plex. */
function toOneWay(rule: PathRule, prefix: PrefixCandidate | undefined): PathRule | undefined {
  if (rule.kind === 'REGEX' && (rule.toStash === 'none' || rule.toPlex === 'none')) return undefined;
  if (rule.kind === 'REGEX') return { ...rule, toPlex: 'none' };
  const heads = prefix?.heads ?? { plex: rule.plex, stash: rule.stash };
  return toRegexRule(toRewrite(heads.plex, heads.stash, '(?<rest>.+)$'), 'none', rule.ignoreCase);
}

/** The folders in which nothing went wrong. */
function listSafeFolders(
  { members, depth }: PrefixCandidate,
  wrongPaths: readonly string[],
): ReturnType<typeof listPureFolders> {
  const wrong = wrongPaths.map((path): PlacedFolder => {
    const segments = toSegments(path).slice(depth.plex, -1);
    return { kind: 1, path: segments, folded: segments.map(toFoldedPath), files: 1 };
  });
  const right = members.map((pair) => toPlaced(pair, depth.plex, 0));
  return listPureFolders([...right, ...wrong]).filter(({ kind }) => kind === 0);
}
