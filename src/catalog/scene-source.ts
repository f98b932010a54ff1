import type { StashPath } from '../model/file-paths.ts';
import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';

/** A file as slim listings show it: enough to see that it moved, was renamed or was replaced. */
export interface FileState {
  readonly id: string;
  readonly path: StashPath;
  /** Stash's own text. */
  readonly updatedAt: string;
}

/** A scene as slim listings show it: enough to see whether it must be read whole. */
export interface SceneState {
  readonly id: SceneId;
  /** Stash's own text: local time with offset, whole seconds. */
  readonly updatedAt: string;
  readonly files: readonly FileState[];
}

/** Something Stash changed, with the text of when. */
export interface Changed<Id extends string = string> {
  readonly id: Id;
  readonly updatedAt: string;
}

/** The things whose renaming changes scenes without Stash saying so on the scene. */
export type EntityKind = 'PERFORMER' | 'STUDIO' | 'TAG' | 'GROUP';

/**
 * What the catalog asks of Stash; the adapter fits it.
 *
 * `after` is a keyset cursor: only greater ids, in ascending order; `undefined` begins with the first. `since` is a
 * text that Stash itself sent (or such a text set back by an overlap), since Stash compares times as text. Pages
 * count from 1. Every method throws when Stash cannot answer; "not there" is said only by an answer of Stash.
 *
 * The two optional methods are looked at anew before every use, so that a source may offer them by a getter once it
 * knows what the connected Stash can do.
 */
export interface SceneSource {
  countScenes(signal: AbortSignal): Promise<number>;
  listScenesAfter(after: SceneId | undefined, limit: number, signal: AbortSignal): Promise<readonly Scene[]>;
  listSceneStatesAfter(
    after: SceneId | undefined,
    limit: number,
    signal: AbortSignal,
  ): Promise<readonly SceneState[]>;
  listScenesWithoutCoverAfter(
    after: SceneId | undefined,
    limit: number,
    signal: AbortSignal,
  ): Promise<readonly SceneId[]>;
  listScenesChangedSince(
    since: string,
    after: SceneId | undefined,
    limit: number,
    signal: AbortSignal,
  ): Promise<readonly Changed<SceneId>[]>;
  /** Scenes of which a file changed; Stash offers this from 0.30 on. */
  readonly listScenesWithFilesChangedSince?:
    | ((
        since: string,
        after: SceneId | undefined,
        limit: number,
        signal: AbortSignal,
      ) => Promise<readonly Pick<SceneState, 'id' | 'files'>[]>)
    | undefined;
  listPerformersChangedSince: ListChanged;
  listStudiosChangedSince: ListChanged;
  listTagsChangedSince: ListChanged;
  listGroupsChangedSince: ListChanged;
  /** Reads scenes whole; those that Stash says do not exist are not in the answer. */
  readScenes(ids: readonly SceneId[], signal: AbortSignal): Promise<ReadonlyMap<SceneId, Scene>>;
  /** The scene of the file at exactly this path, by Stash's indexed look-ups; Stash offers this from 0.29 on. */
  readonly findFileThenScene?:
    ((path: StashPath, signal: AbortSignal) => Promise<Scene | undefined>) | undefined;
  /** Scenes with a file path that matches an RE2 pattern (case-sensitive, unanchored), by ascending id. */
  findScenesByPathPattern(pattern: string, limit: number, signal: AbortSignal): Promise<readonly Scene[]>;
}

/** Things changed after `since`, oldest first. */
export type ListChanged = (
  since: string,
  page: number,
  limit: number,
  signal: AbortSignal,
) => Promise<readonly Changed[]>;
