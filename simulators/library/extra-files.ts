import type { PlexFilesOptions, SimulatedFile } from './plex-files.ts';
import { titleOf } from './words.ts';

/** Far above every serial number that a generated library uses for its titles. */
const UNUSED_TITLES = 5_000_000;
const GENERIC_NAMES = [
  'scene1.mp4',
  'scene.mp4',
  'video.mp4',
  '1.mp4',
  'clip.mp4',
  'movie.mkv',
  'Clip.mp4',
  '01.mp4',
];

/** Near misses: names that a pattern, a folded case or a loose comparison would take for a file in Stash. */
const NEAR_MISSES: readonly ((n: number) => string)[] = [
  (n) => `wild ${n}/clip-one ${n}.mp4`,
  (n) => `wild/${n} 100_.mp4`,
  (n) => `wild/${n} %.mp4`,
  (n) => `wild/${n} *.mp4`,
  (n) => `unicode/Cafe Noir ${n}.mp4`,
  (n) => `punctuation/Part #${n}b.mp4`,
];

/** Files that Plex has and Stash has not. */
export function inventExtraFiles(options: PlexFilesOptions): SimulatedFile[] {
  const generic = Array.from({ length: options.extraGeneric ?? 0 }, (_, n) => {
    const name = GENERIC_NAMES[n % GENERIC_NAMES.length] ?? '';
    return extra('EXTRA_GENERIC', `${options.plexRoot}/New Downloads/${titleOf(UNUSED_TITLES + n)}/${name}`);
  });
  const specific = Array.from({ length: options.extraSpecific ?? 0 }, (_, n) => {
    return extra('EXTRA_SPECIFIC', `${options.plexRoot}/${n % 3 === 2 ? nearMiss(n) : unheardOf(n)}`);
  });
  return [...generic, ...specific];
}

function unheardOf(n: number): string {
  return `Unlisted Pictures/Unlisted Pictures - ${titleOf(UNUSED_TITLES + 500_000 + n)} (2025-03-0${1 + (n % 9)}).mp4`;
}

function nearMiss(n: number): string {
  return NEAR_MISSES[Math.floor(n / 3) % NEAR_MISSES.length]?.(n) ?? unheardOf(n);
}

function extra(origin: SimulatedFile['origin'], path: string): SimulatedFile {
  return { path, sceneId: null, origin, trait: null, duration: 1200 };
}
