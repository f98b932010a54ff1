/** Two leading separators name a host; four backslashes are the same host, escaped once too often. */
const UNC_START = /^(?:[\\/]{2}(?![\\/])|\\\\)/;

/** Most paths are plain already, and one look is cheaper than rewriting them. */
const PLAIN_POSIX = /^(?:\/[^\\/]+)+$/;

/** Nor is there anything to normalise in ASCII. */
const PLAIN_ASCII = /^\/?(?:[ -.0-[\]-~]+\/)*[ -.0-[\]-~]+$/;
const DRIVE = /^[a-z]:(?=\/|$)/;

/**
 * The form in which two paths of either side are compared, never the one that is shown.
 *
 * NFC (macOS hands out NFD), forward slashes only (`\\host\share` becomes `//host/share`), an upper-case drive letter,
 * runs of slashes collapsed, no trailing slash. A POSIX name may itself hold a backslash: it folds on both sides alike.
 */
export function toComparablePath(path: string): string {
  if (PLAIN_ASCII.test(path) && !DRIVE.test(path)) return path;
  const normal = path.normalize('NFC');
  if (PLAIN_POSIX.test(normal)) return normal;
  const slashed = normal.replace(/[\\/]+/g, '/');
  const trimmed = slashed.length > 1 && slashed.endsWith('/') ? slashed.slice(0, -1) : slashed;
  if (trimmed.length > 1 && UNC_START.test(path)) return `/${trimmed}`;
  return trimmed.replace(DRIVE, (drive) => drive.toUpperCase());
}

/**
 * The comparable form without letter case, for look-ups that forgive it.
 *
 * JavaScript has no Unicode case folding. Lower, upper and lower again joins what one conversion leaves apart
 * (`ß` and `SS`, `ẞ`), and the final sigma is levelled because lower-casing chooses it by its place in the word.
 */
export function toFoldedPath(path: string): string {
  const lower = toComparablePath(path).toLowerCase();
  if (/^[\0-\x7f]*$/.test(lower)) return lower;
  return lower.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}

/** The comparable path in whole segments; a drive (`D:`) or a UNC host comes first, and none holds a slash. */
export function toSegments(path: string): string[] {
  return toComparablePath(path)
    .split('/')
    .filter((segment) => segment !== '');
}
