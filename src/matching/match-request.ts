import type { PlexPath } from '../model/file-paths.ts';
import type { PathMapper } from '../paths/path-mapper.ts';
import { toFileNameForms, type FileNameForms } from './file-name-forms.ts';
import { toMappedPaths, type MappedPaths } from './mapped-paths.ts';
import type { MatchHints } from './match-hints.ts';

/** A file name with all it may stand for on both sides. */
export interface NamedFile extends FileNameForms, MappedPaths {
  readonly baseName: string;
}

/** One match request, prepared once and then looked at by every strategy. */
export interface MatchRequest {
  readonly hints: MatchHints;
  /** Absent when the request names no file. */
  readonly file?: NamedFile;
}

export function toMatchRequest(
  hints: MatchHints,
  roots: readonly PlexPath[],
  paths: PathMapper,
): MatchRequest {
  const forms = hints.fileName === undefined ? undefined : toFileNameForms(hints.fileName, roots);
  const baseName = forms?.suffixSegments.at(-1);
  if (forms === undefined || baseName === undefined) return { hints };
  return { hints, file: { ...forms, baseName, ...toMappedPaths(forms.fullPaths, paths) } };
}
