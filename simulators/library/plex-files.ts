import type { NameTrait } from './library-contents.ts';
import { createRandom } from './random.ts';
import { inventExtraFiles } from './extra-files.ts';
import type { SimulatedLibrary } from './simulated-library.ts';

/** A video file as Plex sees it, with the right answer. */
export interface SimulatedFile {
  /** Full path in Plex's naming. */
  readonly path: string;
  /** The id of the one scene that is right for it; null when no scene is. */
  readonly sceneId: string | null;
  /** `EXTRA_GENERIC` and `EXTRA_SPECIFIC` files exist only in Plex. */
  readonly origin: 'STASH' | 'EXTRA_GENERIC' | 'EXTRA_SPECIFIC';
  /** What is special about its name; for files that are in Stash. */
  readonly trait: NameTrait | null;
  /** seconds */
  readonly duration: number;
}

export interface PlexFilesOptions {
  /** The library folder in Plex's naming; everything below it is named as in Stash. */
  readonly plexRoot: string;
  /** How many files with names that say nothing (`scene1.mp4`) are in Plex only. Default 0. */
  readonly extraGeneric?: number;
  /** How many files with telling names are in Plex only, near misses of files in Stash among them. Default 0. */
  readonly extraSpecific?: number;
  readonly seed?: number;
}

/**
 * The files of a library as Plex sees them: every file that Stash has, under Plex's root, and extra ones that Stash
 * has not, shuffled in between. No two have the same path.
 */
export function plexFilesOf(library: SimulatedLibrary, options: PlexFilesOptions): SimulatedFile[] {
  const files = library.scenes.flatMap((scene) =>
    scene.files.map((file): SimulatedFile => {
      const path = options.plexRoot + file.path.slice(library.root.length);
      return {
        path,
        sceneId: String(scene.id),
        origin: 'STASH',
        trait: scene.trait,
        duration: file.duration,
      };
    }),
  );
  const known = new Set(files.map((file) => file.path));
  for (const extra of inventExtraFiles(options)) if (!known.has(extra.path)) files.push(extra);
  return shuffled(files, options.seed ?? 1);
}

function shuffled(files: SimulatedFile[], seed: number): SimulatedFile[] {
  const random = createRandom(seed);
  for (let last = files.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const [a, b] = [files[last], files[other]];
    if (a && b) [files[last], files[other]] = [b, a];
  }
  return files;
}
