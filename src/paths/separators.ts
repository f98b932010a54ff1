const DRIVE = /^[A-Za-z]:(?:[\\/]|$)/;

/** True for a drive or UNC path. There `/` separates as `\` does; on POSIX a backslash belongs to the name. */
export function isWindowsPath(path: string): boolean {
  return DRIVE.test(path) || path.startsWith('\\') || (path.startsWith('//') && path.includes('\\'));
}

/** True when the path starts at a root: `/x`, `D:\x`, `\\host\share` or `//host/share`. */
export function isAbsolutePath(path: string): boolean {
  return path.startsWith('/') || path.startsWith('\\\\') || DRIVE.test(path);
}

/** The path below `root`, in the separators that the root's own form calls for; `relative` keeps its letters untouched. */
export function toPathBelow(root: string, relative: string, relativeIsWindows: boolean): string {
  const separator = isWindowsPath(root) ? '\\' : '/';
  const own = separator === '\\' ? root.replaceAll('/', '\\') : root;
  const base = own.replace(separator === '\\' ? /\\+$/ : /\/+$/, '');
  const rest = relative.replaceAll(relativeIsWindows ? /[\\/]/g : '/', separator);
  if (rest === '' && /^(?:|[A-Za-z]:)$/.test(base)) return `${base}${separator}`;
  return rest === '' ? base : `${base}${separator}${rest}`;
}

/**
 * What follows the first `count` segments of a path, exactly as given, without the separators before it.
 * Segments are counted as the comparable form has them, so that a prefix cuts where it was found to match.
 */
export function toRemainder(path: string, count: number): string {
  const repeated = isWindowsPath(path) ? /^[\\/]+/ : /^\/+/;
  let rest = path.replace(/^[\\/]+/, '');
  for (let taken = 0; taken < count; taken += 1) {
    const end = rest.search(/[\\/]/);
    if (end < 0) return '';
    rest = rest.slice(end + 1).replace(repeated, '');
  }
  return rest;
}
