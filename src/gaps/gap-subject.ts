import type { PlexPath } from '../model/file-paths.ts';
import type { SceneId } from '../model/ids.ts';
import { toFoldedPath, toSegments } from '../paths/normal-form.ts';

/**
 * What a gap is about, within its kind: two findings with the same kind and subject are the same gap.
 *
 * | kind | subject |
 * |---|---|
 * | `NOT_IN_STASH`, `UNMATCHED`, `WRONG_SCENE`, `EMPTY` | the folded Plex path of the file |
 * | `NOT_IN_PLEX`, `STALE` | the id of the scene |
 *
 * A match request tells only a name below some library folder. While several folders could hold it, a live gap has
 * that name as its subject, until a sweep finds the file that it means.
 */
export function toFileSubject(path: PlexPath): string {
  return toFoldedPath(path);
}

export function toSceneSubject(id: SceneId): string {
  return id;
}

/** The subject of a file known by its name alone: folded, and unlike a full path without anything before it. */
export function toNameSubject(fileName: string): string {
  const segments = toSegments(toFoldedPath(fileName)).filter((segment) => segment !== '.');
  return segments.join('/');
}
