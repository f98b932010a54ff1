import type { PlexPath } from '../model/file-paths.ts';
import { listFullPlexPaths } from '../paths/library-roots.ts';
import { toFoldedPath } from '../paths/normal-form.ts';
import { isInside } from '../paths/prefix-rewrite.ts';
import { toFileSubject, toNameSubject } from './gap-subject.ts';

/** A file as a match request names it, in the terms of gaps. */
export interface NamedFile {
  /** As Plex sent it. */
  readonly given: string;
  /** The subject of the bare name. */
  readonly name: string;
  /** What a gap of this file is about. */
  readonly subject: string;
  /** Present when one library folder alone can hold the file. */
  readonly path?: PlexPath;
  /** Every subject that a gap of this file may have by now: its name, and all paths that it may stand for. */
  readonly subjects: readonly string[];
}

/**
 * Reads the file name of a match request: relative to a library folder, with that folder in front, or whole. Only
 * paths inside a library folder count. `undefined` when it names no file.
 */
export function toNamedFile(fileName: string, roots: readonly PlexPath[]): NamedFile | undefined {
  const name = toNameSubject(fileName);
  if (name === '') return undefined;
  const folders = roots.map(toFoldedPath);
  const paths = listFullPlexPaths(fileName, roots).filter((path) =>
    folders.some((folder) => isInside(folder, toFileSubject(path))),
  );
  const [path, ...others] = paths;
  const file = { given: fileName, name, subjects: [name, ...new Set(paths.map(toFileSubject))] };
  if (path === undefined || others.length > 0) return { ...file, subject: name };
  return { ...file, subject: toFileSubject(path), path };
}
