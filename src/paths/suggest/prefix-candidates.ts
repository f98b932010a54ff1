import { toComparablePath } from '../normal-form.ts';
import { toPrefixRule } from './build-rule.ts';
import type { PrefixCandidate } from './candidate.ts';
import { type FolderPair, countShared, toHead } from './folder-pair.ts';

/** A root that stands for so many folders is written as the root. */
const MOST_TOP_FOLDERS = 3;

/** One candidate for every pair of folders below which both sides look alike, with as few segments as possible. */
export function listPrefixCandidates(pairs: readonly FolderPair[]): PrefixCandidate[] {
  const groups = Map.groupBy(pairs, (pair) => {
    const shared = countShared(pair.plex.folded, pair.stash.folded);
    return toKey(pair, pair.plex.folded.length - shared, pair.stash.folded.length - shared);
  });
  return [...groups.values()].flatMap((members) => toCandidates(members));
}

function toCandidates(members: readonly FolderPair[]): PrefixCandidate[] {
  const [first] = members;
  if (first === undefined) return [];
  const shared = countShared(first.plex.folded, first.stash.folded);
  const depth = {
    plex: first.plex.folded.length - shared,
    stash: first.stash.folded.length - shared,
  };
  if (depth.plex > 0 && depth.stash > 0) return [toCandidate(members, first, depth)];
  return narrow(members, depth) ?? [toCandidate(members, first, depth)];
}

/** A whole file system is no folder anybody would name, so the rule goes one folder deeper where it can. */
function narrow(
  members: readonly FolderPair[],
  { plex, stash }: PrefixCandidate['depth'],
): PrefixCandidate[] | undefined {
  const deeper = { plex: plex + 1, stash: stash + 1 };
  const tops = Map.groupBy(members, (pair) => toKey(pair, deeper.plex, deeper.stash));
  const isRooted = members.every((pair) => isPosix(pair.example.plex) && isPosix(pair.example.stash));
  const isInRoot = members.some((pair) => pair.plex.folded.length <= plex);
  if (isRooted && (isInRoot || tops.size > MOST_TOP_FOLDERS)) return undefined;
  return [...tops.values()].flatMap((inTop) => {
    const [first] = inTop;
    return first === undefined ? [] : [toCandidate(inTop, first, deeper)];
  });
}

function toCandidate(
  members: readonly FolderPair[],
  first: FolderPair,
  depth: PrefixCandidate['depth'],
): PrefixCandidate {
  const heads = {
    plex: toHead(first.example.plex, depth.plex),
    stash: toHead(first.example.stash, depth.stash),
  };
  return { rule: toPrefixRule(heads, mixesCase(members, depth)), members, heads, depth };
}

/** True when a rule for these folders has to forgive letter case. */
export function mixesCase(members: readonly FolderPair[], depth: PrefixCandidate['depth']): boolean {
  const spellings = new Set(
    members.map(({ plex, stash }) =>
      [...plex.segments.slice(0, depth.plex), '', ...stash.segments.slice(0, depth.stash)].join('/'),
    ),
  );
  return spellings.size > 1 || members.some((pair) => pair.mixesCase);
}

function toKey(pair: FolderPair, plexDepth: number, stashDepth: number): string {
  const root = `${startOf(pair.example.plex)}${startOf(pair.example.stash)}`;
  return `${root}${pair.plex.folded.slice(0, plexDepth).join('/')}\0${pair.stash.folded.slice(0, stashDepth).join('/')}`;
}

/** Segments alone do not tell `/host/share` from `//host/share`. */
function startOf(path: string): string {
  const comparable = toComparablePath(path);
  if (comparable.startsWith('//')) return '//';
  return comparable.startsWith('/') ? '/' : '';
}

function isPosix(path: string): boolean {
  return startOf(path) === '/';
}
