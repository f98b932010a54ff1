import type { Libraries, Library } from './libraries.ts';
import { type PairStrength, findPairStrength } from './pair-strength.ts';

/** A Plex file and a Stash file that are the same, by their places. */
export interface FilePair {
  readonly plex: number;
  readonly stash: number;
  readonly strength: PairStrength;
}

export interface FilePairs {
  readonly list: readonly FilePair[];
  /** Pairs by the place of the Plex file. */
  readonly byPlex: ReadonlyMap<number, FilePair>;
  readonly byStash: ReadonlyMap<number, FilePair>;
  /** Plex files with a namesake in Stash that could not be told apart or is too ordinary to be trusted. */
  readonly undecided: number;
}

interface Namesakes {
  readonly plex: readonly number[];
  readonly stash: readonly number[];
}

/**
 * Finds files that are certainly the same: by the shortest run of trailing segments that names one file on each side,
 * and by size where all namesakes have one. Sizes that differ rule a pair out.
 */
export function pairFiles(libraries: Libraries): FilePairs {
  const list: FilePair[] = [];
  let named = 0;
  for (const group of groupByName(libraries)) {
    if (group.stash.length > 0) named += group.plex.length;
    for (const pair of settle(group, 1, libraries)) list.push(pair);
  }
  const byPlex = new Map(list.map((pair) => [pair.plex, pair]));
  const byStash = new Map(list.map((pair) => [pair.stash, pair]));
  return { list, byPlex, byStash, undecided: named - list.length };
}

function groupByName({ plex, stash }: Libraries): Namesakes[] {
  const groups = new Map<string, { plex: number[]; stash: number[] }>();
  const add = (library: Library, side: 'plex' | 'stash'): void => {
    for (const [place, path] of library.folded.entries()) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const group = groups.get(name) ?? { plex: [], stash: [] };
      group[side].push(place);
      groups.set(name, group);
    }
  };
  add(plex, 'plex');
  add(stash, 'stash');
  return [...groups.values()];
}

/** Tells namesakes apart, by size first and then by one more folder at a time. */
function settle(group: Namesakes, depth: number, libraries: Libraries): FilePair[] {
  const [plex, stash] = [group.plex[0], group.stash[0]];
  if (plex === undefined || stash === undefined) return [];
  if (group.plex.length === 1 && group.stash.length === 1) return toPair(plex, stash, libraries);
  const bySize = splitBySize(group, libraries);
  if (bySize.length > 1) return bySize.flatMap((part) => settle(part, depth, libraries));
  const byFolder = splitBy(
    group,
    (place) => segmentFromEnd(libraries.plex.folded[place] ?? '', depth),
    (place) => segmentFromEnd(libraries.stash.folded[place] ?? '', depth),
  );
  return byFolder.flatMap((part) => settle(part, depth + 1, libraries));
}

function splitBySize(group: Namesakes, { plex, stash }: Libraries): Namesakes[] {
  const isSized =
    group.plex.every((place) => plex.findSize(place) !== undefined) &&
    group.stash.every((place) => stash.findSize(place) !== undefined);
  if (!isSized) return [];
  return splitBy(group, plex.findSize.bind(plex), stash.findSize.bind(stash));
}

/** What has no key is left out. */
function splitBy<Key>(
  group: Namesakes,
  toPlexKey: (place: number) => Key | undefined,
  toStashKey: (place: number) => Key | undefined,
): Namesakes[] {
  const [byPlex, byStash] = [Map.groupBy(group.plex, toPlexKey), Map.groupBy(group.stash, toStashKey)];
  const keys = new Set([...byPlex.keys(), ...byStash.keys()]);
  return [...keys]
    .filter((key) => key !== undefined)
    .map((key) => ({ plex: byPlex.get(key) ?? [], stash: byStash.get(key) ?? [] }));
}

function segmentFromEnd(path: string, depth: number): string | undefined {
  let end = path.length;
  for (let passed = 0; passed < depth; passed += 1) end = end <= 0 ? -1 : path.lastIndexOf('/', end - 1);
  return end <= 0 ? undefined : path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}

function toPair(plex: number, stash: number, libraries: Libraries): FilePair[] {
  const [plexSize, stashSize] = [libraries.plex.findSize(plex), libraries.stash.findSize(stash)];
  const areSized = plexSize !== undefined && stashSize !== undefined;
  if (areSized && plexSize !== stashSize) return [];
  const trailing = listSharedTrailing(libraries.plex.folded[plex] ?? '', libraries.stash.folded[stash] ?? '');
  const strength = findPairStrength(trailing, areSized && plexSize > 0);
  return strength === undefined ? [] : [{ plex, stash, strength }];
}

function listSharedTrailing(a: string, b: string): string[] {
  const [left, right] = [a.split('/'), b.split('/')];
  let shared = 0;
  while (shared < left.length && left.at(-1 - shared) === right.at(-1 - shared)) shared += 1;
  return left.slice(left.length - shared).filter((segment) => segment !== '');
}
