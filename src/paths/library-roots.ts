import type { PlexPath } from '../model/file-paths.ts';
import { asPlexPath } from '../model/file-paths.ts';
import { toComparablePath, toFoldedPath, toSegments } from './normal-form.ts';
import { isAbsolutePath, isWindowsPath, toPathBelow, toRemainder } from './separators.ts';

/**
 * The full Plex paths that a file name of a match request may mean, most likely first, each once.
 *
 * Plex names files relative to the library folder, but samples and other providers' notes show a leading slash,
 * the library folder's own name in front, and absolute paths. So: the name itself where it is absolute, each root with
 * the name below it, and the same without a first segment that repeats the root's last one.
 * Nothing is refused here, not even `..`.
 */
export function listFullPlexPaths(fileName: string, roots: readonly PlexPath[]): PlexPath[] {
  const own = isAbsolutePath(fileName) ? [fileName] : [];
  if (isWindowsPath(fileName) && own.length > 0) return own.map(asPlexPath);
  const relative = toRelativeName(fileName);
  if (relative === '') return own.map(asPlexPath);
  const below = roots.map((root) => toPathBelow(root, relative, isWindowsPath(root)));
  const shortened = roots.flatMap((root) => toPathWithoutRepeatedFolder(root, relative));
  return listDistinct([...own, ...below, ...shortened]).map(asPlexPath);
}

function toRelativeName(fileName: string): string {
  return fileName.replace(/^(?:\.?[\\/])+/, '');
}

function toPathWithoutRepeatedFolder(root: string, relative: string): string[] {
  const [first, ...rest] = toSegments(relative);
  const last = toSegments(root).at(-1);
  if (first === undefined || last === undefined || rest.length === 0) return [];
  if (toFoldedPath(first) !== toFoldedPath(last)) return [];
  return [toPathBelow(root, toRemainder(relative, 1), isWindowsPath(root))];
}

function listDistinct(paths: readonly string[]): string[] {
  const seen = new Set<string>();
  return paths.filter((path) => {
    const form = toComparablePath(path);
    return seen.size < seen.add(form).size;
  });
}
