import { toFoldedPath, toSegments } from '../paths/normal-form.ts';
import type { FileNameForms } from './file-name-forms.ts';

/**
 * How many trailing segments of a file's name surely lie below its library folder; at least the file name itself.
 *
 * Without roots all that was sent is taken as the file's own. With roots the shortest reading counts: a folder that
 * may be the library's own must not tell two files apart, since Stash may know the library by another name.
 */
export function countOwnSegments({ fullPaths, suffixSegments, roots }: FileNameForms): number {
  const folded = roots.map((root) => toSegments(toFoldedPath(root)));
  const depths = fullPaths.flatMap((path) => listDepths(toSegments(toFoldedPath(path)), folded));
  return Math.max(1, Math.min(suffixSegments.length, ...depths));
}

function listDepths(path: readonly string[], roots: readonly (readonly string[])[]): number[] {
  return roots
    .filter((root) => root.length < path.length && root.every((segment, at) => segment === path[at]))
    .map((root) => path.length - root.length);
}
