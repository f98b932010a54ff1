import type { ScanFile } from './scan-file.ts';

/**
 * The forms in which a PMS may write `filename` in a match request. Plex's own examples disagree with each other and
 * with what its staff said, so a provider has to cope with each.
 */
export const fileNameForms = [
  'RELATIVE',
  'RELATIVE_SLASH',
  'WITH_LIBRARY_FOLDER',
  'WITH_LIBRARY_FOLDER_SLASH',
  'ABSOLUTE',
  'WINDOWS_RELATIVE',
  'WINDOWS_WITH_LIBRARY_FOLDER',
  'BASENAME',
  'ABSENT',
] as const;

export type FileNameForm = (typeof fileNameForms)[number];

/** A file's `filename` in the chosen form; `undefined` for the request that carries none. */
export function findFileName(file: ScanFile, form: FileNameForm): string | undefined {
  const relative = relativeSegments(file);
  const withFolder = [...splitPath(file.location).slice(-1), ...relative];
  switch (form) {
    case 'RELATIVE':
      return relative.join('/');
    case 'RELATIVE_SLASH':
      return `/${relative.join('/')}`;
    case 'WITH_LIBRARY_FOLDER':
      return withFolder.join('/');
    case 'WITH_LIBRARY_FOLDER_SLASH':
      return `/${withFolder.join('/')}`;
    case 'ABSOLUTE':
      return file.path;
    case 'WINDOWS_RELATIVE':
      return relative.join('\\');
    case 'WINDOWS_WITH_LIBRARY_FOLDER':
      return withFolder.join('\\');
    case 'BASENAME':
      return relative.at(-1);
    case 'ABSENT':
      return undefined;
  }
}

/** The path below the library folder. A file outside it is a mistake in the simulated library. */
function relativeSegments({ path, location }: ScanFile): readonly string[] {
  if (!path.startsWith(location))
    throw new TypeError(
      `expected a file below ${location}, but got: ${path}; give it its own library folder`,
    );
  return splitPath(path.slice(location.length), isWindows(location));
}

/** A backslash separates on Windows only; elsewhere it is an ordinary character of a name. */
function splitPath(path: string, windows = isWindows(path)): readonly string[] {
  return path.split(windows ? /[\\/]/ : '/').filter((segment) => segment !== '');
}

function isWindows(path: string): boolean {
  return /^([A-Za-z]:[\\/]|\\\\)/.test(path);
}
