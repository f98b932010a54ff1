import type { PlexPath } from '../model/file-paths.ts';
import { listFullPlexPaths } from '../paths/library-roots.ts';
import { toSegments } from '../paths/normal-form.ts';

/** Everything that the name of a file may stand for. */
export interface FileNameForms {
  /** Full Plex paths the file may have, most likely first. */
  readonly fullPaths: readonly PlexPath[];
  /** The segments PMS sent, in reading order, the file name last. Never empty. */
  readonly suffixSegments: readonly string[];
  /** The library folders that were tried. */
  readonly roots: readonly PlexPath[];
}

/**
 * Reads the `filename` of a match request. Plex's own samples disagree about its form (`/Movies/x.mp4`,
 * `TV Shows/x/…`, and staff call it relative to the library folder), so every reading is kept: with and without a
 * leading slash or `./`, with and without the library folder, absolute, with a Windows drive or a UNC share.
 * `undefined` when it names no file.
 */
export function toFileNameForms(fileName: string, roots: readonly PlexPath[]): FileNameForms | undefined {
  const suffixSegments = toSegments(fileName).filter((segment) => segment !== '.');
  if (suffixSegments.length === 0) return undefined;
  return { fullPaths: listFullPlexPaths(fileName, roots), suffixSegments, roots };
}
