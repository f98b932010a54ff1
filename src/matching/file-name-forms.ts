import type { PlexPath } from '../model/file-paths.ts';
import { listFullPlexPaths } from '../paths/library-roots.ts';
import { toFoldedPath, toSegments } from '../paths/normal-form.ts';

/** Everything that the name of a file may stand for. */
export interface FileNameForms {
  /** Full Plex paths the file may have, most likely first. */
  readonly fullPaths: readonly PlexPath[];
  /** The segments PMS sent, in reading order, the file name last. Never empty. */
  readonly suffixSegments: readonly string[];
  /** How many trailing segments surely lie below the library folder: what is before them may be that folder's path. */
  readonly ownSegments: number;
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
  const fullPaths = listFullPlexPaths(fileName, roots);
  return {
    fullPaths,
    suffixSegments,
    ownSegments: countOwnSegments(fullPaths, suffixSegments.length, roots),
  };
}

/**
 * Without roots all that was sent is taken as the file's own. With roots the shortest reading counts: a folder that
 * may be the library's own must not tell two files apart, since Stash may know the library by another name.
 */
function countOwnSegments(fullPaths: readonly PlexPath[], sent: number, roots: readonly PlexPath[]): number {
  const folded = roots.map((root) => toSegments(toFoldedPath(root)));
  const below = fullPaths.flatMap((path) => listDepths(toSegments(toFoldedPath(path)), folded));
  return Math.max(1, Math.min(sent, ...below));
}

function listDepths(path: readonly string[], roots: readonly (readonly string[])[]): number[] {
  return roots
    .filter((root) => root.length < path.length && root.every((segment, at) => segment === path[at]))
    .map((root) => path.length - root.length);
}
