import { generateLibrary } from '../../simulators/library/generate-library.ts';
import { type SimulatedFile, plexFilesOf } from '../../simulators/library/plex-files.ts';
import type { SimulatedLibrary } from '../../simulators/library/simulated-library.ts';
import { findFileName } from '../../simulators/plex/scanner/file-name-form.ts';
import { guessTitle } from '../../simulators/plex/scanner/guess-title.ts';

/** The library folder as Stash names it and as Plex names it. */
export const STASH_ROOT = '/data';
export const PLEX_ROOT = '/media/adult';

/** The library of so many scenes; every process that needs it makes its own, and all are alike. */
export function createBenchLibrary(scenes: number): SimulatedLibrary {
  return generateLibrary({ scenes, root: STASH_ROOT });
}

/** The library's files as Plex has them, shuffled: a scan must not profit from the order of the database. */
export function listBenchFiles(library: SimulatedLibrary): SimulatedFile[] {
  return plexFilesOf(library, { plexRoot: PLEX_ROOT });
}

const EXTRAS = 100;

/** The same with files that only Plex has, near misses among them. */
export function listFilesWithExtras(library: SimulatedLibrary): SimulatedFile[] {
  return plexFilesOf(library, { plexRoot: PLEX_ROOT, extraGeneric: EXTRAS, extraSpecific: EXTRAS });
}

/** The body of a match request as PMS would send it for a file, its name relative to the library folder. */
export function toMatchBody({ path }: SimulatedFile): string {
  const filename = findFileName({ path, location: PLEX_ROOT }, 'RELATIVE');
  return JSON.stringify({ type: 1, ...guessTitle(path), filename });
}
