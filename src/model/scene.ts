import type { StashPath } from './file-paths.ts';
import type { SceneId } from './ids.ts';

/**
 * A Stash scene with all that recognising and describing it takes.
 *
 * Absent text is absent here: Stash sends `""` for most unset text fields, and the adapter drops those.
 * It is plain JSON, since the catalog keeps it whole as the copy that answers while Stash cannot.
 */
export interface Scene {
  readonly id: SceneId;
  readonly title?: string;
  readonly code?: string;
  readonly details?: string;
  readonly director?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: Stash knows partial dates since 0.30. */
  readonly date?: string;
  readonly organized: boolean;
  /** RFC 3339 with Stash's own offset, kept verbatim: Stash compares these as text. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The primary file first; empty for a scene that was created by hand. */
  readonly files: readonly SceneFile[];
  readonly studio?: Studio;
  readonly performers: readonly Performer[];
  readonly tags: readonly Tag[];
  readonly groups: readonly SceneGroup[];
  readonly stashIds: readonly StashBoxId[];
}

export interface SceneFile {
  readonly id: string;
  readonly path: StashPath;
  /** bytes */
  readonly size: number;
  /** seconds */
  readonly duration: number;
  readonly width: number;
  readonly height: number;
  /** RFC 3339: when the file itself was last written. */
  readonly modifiedAt: string;
  /** RFC 3339: moves and renames change this and nothing of the scene. */
  readonly updatedAt: string;
  /** 16 lower-case hex digits. */
  readonly oshash?: string;
  readonly md5?: string;
  readonly phash?: string;
}

export interface Studio {
  readonly id: string;
  readonly name: string;
  readonly parent?: Studio;
}

export interface Performer {
  readonly id: string;
  readonly name: string;
  readonly disambiguation?: string;
  /** False when Stash would send its drawn silhouette. */
  readonly hasImage: boolean;
  /** The `t` of Stash's image address: changes when the performer does, so that clients fetch the picture anew. */
  readonly imageVersion?: string;
}

export interface Tag {
  readonly id: string;
  readonly name: string;
}

export interface SceneGroup {
  readonly id: string;
  readonly name: string;
  readonly index?: number;
}

/** An id that a stash-box (a shared metadata database such as StashDB) gave the scene. */
export interface StashBoxId {
  /** GraphQL address of the stash-box, e.g. `https://stashdb.org/graphql`. */
  readonly endpoint: string;
  readonly id: string;
}
