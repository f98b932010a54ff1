import { generateLibrary } from '../library/generate-library.ts';
import { plexFilesOf } from '../library/plex-files.ts';

/** The library folder as Stash names it and as Plex names it, and a folder of Plex that no path rule covers. */
export const STASH_ROOT = '/data';
export const PLEX_ROOT = '/media/adult';
export const PLEX_INBOX = '/media/inbox';

/** The second rule leads to a folder that no Plex library has. */
export const PATH_RULES = `${PLEX_ROOT}=>${STASH_ROOT}; /media/vault=>/vault`;

const SCENES = 400;
const EXTRA = 12;

/** A made-up Stash library with difficult names, and the files as Plex sees them: elsewhere, with some of its own. */
export function inventDemoLibrary() {
  const library = generateLibrary({ scenes: SCENES, root: STASH_ROOT });
  const files = plexFilesOf(library, { plexRoot: PLEX_ROOT, extraGeneric: EXTRA, extraSpecific: EXTRA });
  return { library, files };
}
