import { toFoldedPath, toSegments } from '../normal-form.ts';
import { toRemainder } from '../separators.ts';
import type { Libraries } from './libraries.ts';
import type { FilePair } from './pair-files.ts';

/** A folder of Plex and one of Stash with files in common; what a rule makes of one of them, it makes of all. */
export interface FolderPair {
  readonly plex: Folder;
  readonly stash: Folder;
  /** One file of the pair. */
  readonly example: { readonly plex: string; readonly stash: string };
  readonly files: number;
  /** Files whose pairing stands by itself. */
  readonly certain: number;
  /** True when names that are the same on both sides are not always in the same letter case. */
  readonly mixesCase: boolean;
}

export interface Folder {
  /** Whole segments in comparable form, with a drive or host first. */
  readonly segments: readonly string[];
  readonly folded: readonly string[];
}

type Growing = { -readonly [Key in keyof FolderPair]: FolderPair[Key] };

/** Brings pairs of files together by the folders they lie in. */
export function listFolderPairs({ plex, stash }: Libraries, pairs: readonly FilePair[]): FolderPair[] {
  const found = new Map<string, Growing>();
  for (const pair of pairs) {
    const key = `${folderOf(plex.folded[pair.plex])}\0${folderOf(stash.folded[pair.stash])}`;
    const example = { plex: plex.getPath(pair.plex), stash: stash.getPath(pair.stash) };
    const known = found.get(key) ?? toFolderPair(example);
    known.files += 1;
    if (pair.strength !== 'LIKELY') known.certain += 1;
    known.mixesCase ||= differsInCase(known, example);
    found.set(key, known);
  }
  return [...found.values()];
}

/** How many folders at the end of both are the same, whatever the letter case. */
export function countShared(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a.at(-1 - shared) === b.at(-1 - shared)) shared += 1;
  return shared;
}

/** The first `count` segments of a path, as given, with a root where there are none. */
export function toHead(path: string, count: number): string {
  const rest = toRemainder(path, count);
  const head = path.slice(0, path.length - rest.length);
  const trimmed = head.replace(/[\\/]+$/, '');
  return trimmed === '' ? '/' : trimmed;
}

function folderOf(path = ''): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function toFolderPair(example: FolderPair['example']): Growing {
  const [plex, stash] = [toFolder(example.plex), toFolder(example.stash)];
  return { plex, stash, example, files: 0, certain: 0, mixesCase: false };
}

function toFolder(path: string): Folder {
  const segments = toSegments(path).slice(0, -1);
  return { segments, folded: segments.map(toFoldedPath) };
}

function differsInCase(known: Growing, example: FolderPair['example']): boolean {
  const [plex, stash] = [toSegments(example.plex), toSegments(example.stash)];
  const shared = countShared(known.plex.folded, known.stash.folded) + 1;
  const isSpelledAlike = plex.slice(0, -1).join('/') === known.plex.segments.join('/');
  return !isSpelledAlike || plex.slice(-shared).join('/') !== stash.slice(-shared).join('/');
}
