import type { RegexRewrite } from '../path-rule.ts';
import { toPathBelow } from '../separators.ts';
import {
  toHeadPattern,
  toHeadReplacement,
  toLiteralPattern,
  toPrefixRule,
  toRegexRule,
} from './build-rule.ts';
import type { Candidate, Heads, PrefixCandidate } from './candidate.ts';
import { EVIDENCE_NEEDED, countFiles, toFolderName, weighEvidence } from './candidate.ts';
import { type PureFolder, listPureFolders, toPlaced } from './folder-tree.ts';

const MOST_ROOTS = 12;
const MOST_RULES = 6;
const LONGEST_LIST = 1_200;

/** So many folders are told by a prefix rule each, which is easier to read than a pattern. */
const FEW_FOLDERS = 3;

/**
 * Where one folder is spread over several on the other side, each of those gets a rule that lists the folders it
 * holds. The fullest needs none: it takes what is left. In the other direction nothing is in doubt.
 */
export function listPartitionCandidates(prefixes: readonly PrefixCandidate[]): Candidate[] {
  const likely = prefixes.filter(({ members }) => weighEvidence(members) >= EVIDENCE_NEEDED);
  return (['plex', 'stash'] as const).flatMap((shared) => {
    const groups = Map.groupBy(likely, ({ heads }) => heads[shared].toLowerCase());
    return [...groups.values()].flatMap((group) => spread(group, shared));
  });
}

function spread(group: readonly PrefixCandidate[], shared: keyof Heads): Candidate[] {
  if (group.length < 2) return [];
  const fullestFirst = group
    .toSorted((a, b) => countFiles(b.members) - countFiles(a.members))
    .slice(0, MOST_ROOTS);
  const placed = fullestFirst.flatMap(({ members, depth }, kind) =>
    members.map((pair) => toPlaced(pair, depth.plex, kind)),
  );
  const byRoot = Map.groupBy(listPureFolders(placed), ({ kind }) => kind);
  return fullestFirst
    .slice(1)
    .flatMap((candidate, place) => toListRules(candidate, byRoot.get(place + 1) ?? [], shared));
}

/** Rules for some of the folders below a candidate's heads. */
export function toListRules(
  { heads, rule, members }: PrefixCandidate,
  folders: readonly PureFolder[],
  shared: keyof Heads | 'both',
): Candidate[] {
  if (shared !== 'stash' && folders.length <= FEW_FOLDERS)
    return folders.map(({ path }) => {
      const below = { plex: joinHead(heads.plex, path), stash: joinHead(heads.stash, path) };
      return { rule: toPrefixRule(below, rule.ignoreCase), label: toFolderName(below.plex), members };
    });
  return toLists(folders.map(({ path }) => path.map(toLiteralPattern).join('/'))).map((list, place) => {
    const listed = `(?<rest>(?:${list})/.+)$`;
    const open = place === 0 ? '(?<rest>.+)$' : undefined;
    const toStash = toRewrite(heads.plex, heads.stash, shared === 'stash' ? open : listed);
    const toPlex = toRewrite(heads.stash, heads.plex, shared === 'plex' ? open : listed);
    const label = `${toFolderName(heads.plex)} in ${toFolderName(heads.stash)}`;
    return { rule: toRegexRule(toStash, toPlex, rule.ignoreCase), label, members };
  });
}

function joinHead(head: string, path: readonly string[]): string {
  return toPathBelow(head, path.join('/'), false);
}

/** What lies in one folder goes into the other. */
export function toRewrite(from: string, to: string, rest: string | undefined): RegexRewrite | 'none' {
  if (rest === undefined) return 'none';
  return { match: `${toHeadPattern(from)}${rest}`, replace: `${toHeadReplacement(to)}\${rest}` };
}

/** Alternatives in as few lists as fit into patterns. */
function toLists(alternatives: readonly string[]): string[] {
  const lists: string[] = [];
  for (const alternative of alternatives) {
    const last = lists.at(-1);
    if (last !== undefined && last.length + alternative.length < LONGEST_LIST)
      lists[lists.length - 1] = `${last}|${alternative}`;
    else if (lists.length < MOST_RULES) lists.push(alternative);
    else break;
  }
  return lists;
}
