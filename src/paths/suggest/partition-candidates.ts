import { toFoldedPath, toSegments } from '../normal-form.ts';
import type { RegexRewrite, RegexRule } from '../path-rule.ts';
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
import { type PlacedFolder, type PureFolder, listPureFolders, toPlaced } from './folder-tree.ts';

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

/** A prefix candidate without the folders in which some paths lie. */
export function narrowPrefix(candidate: PrefixCandidate, plexPaths: readonly string[]): Candidate[] {
  const { depth, members } = candidate;
  const barred = plexPaths.map((path): PlacedFolder => {
    const segments = toSegments(path).slice(depth.plex, -1);
    return { kind: 1, path: segments, folded: segments.map(toFoldedPath), files: 1 };
  });
  const own = members.map((pair) => toPlaced(pair, depth.plex, 0));
  return toListRules(
    candidate,
    listPureFolders([...own, ...barred]).filter(({ kind }) => kind === 0),
    'both',
  );
}

/** Rules for some of the folders below a candidate's heads; the direction that nobody shares is left open. */
function toListRules(
  prefix: PrefixCandidate,
  folders: readonly PureFolder[],
  shared: keyof Heads | 'both',
): Candidate[] {
  const { heads, members } = prefix;
  if (shared !== 'stash' && folders.length <= FEW_FOLDERS)
    return folders.map((folder) => toFolderRule(prefix, folder));
  const label = `${toFolderName(heads.plex)} in ${toFolderName(heads.stash)}`;
  return toLists(folders).map((listed, place) => ({
    rule: toListRule(prefix, listed, shared, place === 0),
    label,
    members,
    narrow: (plexPaths) => toListRules(prefix, listWithout(listed, plexPaths, prefix), 'both'),
  }));
}

function toFolderRule({ heads, rule, members }: PrefixCandidate, { path }: PureFolder): Candidate {
  const below = { plex: joinHead(heads.plex, path), stash: joinHead(heads.stash, path) };
  return { rule: toPrefixRule(below, rule.ignoreCase), label: toFolderName(below.plex), members };
}

function toListRule(
  { heads, rule }: PrefixCandidate,
  folders: readonly PureFolder[],
  shared: keyof Heads | 'both',
  isFirst: boolean,
): RegexRule {
  const listed = `(?<rest>(?:${folders.map(toAlternative).join('|')})/.+)$`;
  const open = isFirst ? '(?<rest>.+)$' : undefined;
  const toStash = toRewrite(heads.plex, heads.stash, shared === 'stash' ? open : listed);
  const toPlex = toRewrite(heads.stash, heads.plex, shared === 'plex' ? open : listed);
  return toRegexRule(toStash, toPlex, rule.ignoreCase);
}

function listWithout(
  folders: readonly PureFolder[],
  plexPaths: readonly string[],
  { depth }: PrefixCandidate,
): PureFolder[] {
  const barred = plexPaths.map((path) => toSegments(toFoldedPath(path)).slice(depth.plex).join('/'));
  return folders.filter(({ path }) => {
    const start = `${toFoldedPath(path.join('/'))}/`;
    return !barred.some((name) => name.startsWith(start));
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

/** Folders in as few lists as fit into patterns. */
function toLists(folders: readonly PureFolder[]): PureFolder[][] {
  const lists: PureFolder[][] = [];
  let length = LONGEST_LIST;
  for (const folder of folders) {
    length += toAlternative(folder).length + 1;
    if (length > LONGEST_LIST) {
      if (lists.length === MOST_RULES) break;
      lists.push([]);
      length = toAlternative(folder).length;
    }
    lists.at(-1)?.push(folder);
  }
  return lists;
}

function toAlternative({ path }: PureFolder): string {
  return path.map(toLiteralPattern).join('/');
}
