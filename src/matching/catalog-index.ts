import type { StashPath } from '../model/file-paths.ts';
import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';

/** One file that the catalog knows, with the scene that holds it. */
export interface FileHit {
  readonly sceneId: SceneId;
  readonly path: StashPath;
}

/**
 * What matching asks of the catalog. Every answer is local: nothing here talks to Stash.
 *
 * File look-ups compare folded paths (see `paths/normal-form.ts`); the strategies decide what an exact,
 * a case-insensitive or an ambiguous hit is worth.
 */
export interface CatalogIndex {
  /** True once every scene of Stash has been read: only then does "not in the catalog" mean anything. */
  isComplete(): boolean;
  /** Files whose whole folded path equals the given one. */
  listFilesAt(path: StashPath): readonly FileHit[];
  /** Files whose folded path ends in these segments, whole segments only, in reading order; at most `limit`. */
  listFilesEndingIn(segments: readonly string[], limit: number): readonly FileHit[];
  findScene(id: SceneId): Scene | undefined;
  listScenesByStashBoxId(id: string): readonly SceneId[];
  /** Scenes with this studio code, compared without case, blanks, hyphens and underscores. */
  listScenesByCode(code: string, limit: number): readonly SceneId[];
  /** Scenes whose full date is this `YYYY-MM-DD`. */
  listScenesByDate(date: string, limit: number): readonly SceneId[];
  /**
   * Full-text search over title, studio, performers, code and date: scenes that hold all the plain words, or where
   * there is none, any of them; best first.
   */
  searchScenes(words: readonly string[], limit: number): readonly SceneId[];
}
