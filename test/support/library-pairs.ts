import type { KnownFile } from '../../src/paths/suggest/known-file.ts';

/** Two libraries, and which file is which. */
export interface LibraryPair {
  readonly plex: readonly KnownFile[];
  readonly stash: readonly KnownFile[];
  /** The Stash path of every Plex path, also where Stash no longer has the file. */
  readonly truth: ReadonlyMap<string, string>;
}

export interface MadeFile {
  readonly plex: string;
  readonly stash: string;
  readonly size: number;
}

/** Numbers between 0 and 1 that are the same in every run. */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const STUDIOS = ['Amber', 'Birch', 'Cedar', 'Dune'].flatMap((name) =>
  Array.from(Array(10).keys(), (n) => `Studio ${name} ${n}`),
);
const WORDS = 'morning river velvet garden silver window summer harbour letter copper winter meadow'.split(
  ' ',
);

/** A file below a library's folder: its studio, a year, a name of several words and a size. */
export interface ShelfFile {
  readonly studio: string;
  readonly year: string;
  readonly name: string;
  readonly size: number;
}

export function makeShelf(count: number, seed: number): ShelfFile[] {
  const random = makeRandom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  return Array.from(Array(count).keys(), (place) => ({
    studio: pick(STUDIOS),
    year: String(2005 + Math.floor(random() * 20)),
    name: `${pick(WORDS)} ${pick(WORDS)} ${pick(WORDS)} ${seed}x${place}.mp4`,
    size: 1_000_000 + Math.floor(random() * 1e9),
  }));
}

/** Both libraries of some files; `keep` leaves files out of a side. */
export function toLibraryPair(
  files: readonly MadeFile[],
  options: {
    readonly sizes?: boolean;
    readonly keep?: (place: number, side: 'plex' | 'stash') => boolean;
  } = {},
): LibraryPair {
  const { sizes = true, keep = () => true } = options;
  const list = (side: 'plex' | 'stash'): KnownFile[] =>
    files
      .flatMap((file, place) => (keep(place, side) ? [file] : []))
      .map((file) => (sizes ? { path: file[side], size: file.size } : { path: file[side] }));
  return {
    plex: list('plex'),
    stash: list('stash'),
    truth: new Map(files.map(({ plex, stash }) => [plex, stash])),
  };
}
