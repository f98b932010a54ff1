import { toComparablePath, toFoldedPath, toSegments } from './normal-form.ts';
import type { PathForm } from './path-form.ts';
import { toPathBelow, toRemainder } from './separators.ts';

/** One direction of a prefix rule. */
export interface PrefixRewrite {
  readonly kind: 'PREFIX';
  /** The folder that is replaced, in comparable form. */
  readonly from: string;
  readonly matches: (form: PathForm) => boolean;
  /** Call it only for a path that matches. */
  readonly toPath: (form: PathForm) => string;
}

/** Moves what lies in the folder `from` into the folder `to`; a folder that only begins alike is left alone. */
export function createPrefixRewrite(from: string, to: string, ignoreCase: boolean): PrefixRewrite {
  const root = ignoreCase ? toFoldedPath(from) : toComparablePath(from);
  const depth = toSegments(from).length;
  return {
    kind: 'PREFIX',
    from: toComparablePath(from),
    matches: (form) => isInside(root, ignoreCase ? form.folded : form.comparable),
    toPath: (form) => toPathBelow(to, toRemainder(form.given, depth), form.isWindows),
  };
}

/** True for the folder itself and for all below it, both in the same form; `/` does not hold UNC hosts. */
export function isInside(folder: string, path: string): boolean {
  if (folder === '/') return path.startsWith('/') && !path.startsWith('//');
  return path.startsWith(folder) && (path.length === folder.length || path[folder.length] === '/');
}
