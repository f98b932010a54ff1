import type { SceneState } from '../catalog/scene-source.ts';
import type { StashPath } from '../model/file-paths.ts';
import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import type { StashCapabilities } from './capabilities.ts';
import { findSceneAtPath, findScenesByPathPattern } from './find-scenes.ts';
import { CountScenesDocument } from './generated/operations.ts';
import {
  type Changed,
  type FileChange,
  listFileChanges,
  listSceneChanges,
  listThingChanges,
} from './list-changes.ts';
import { listLibraryRoots, type LibraryRoot } from './list-library-roots.ts';
import { listSceneStates, listScenes, listScenesWithoutCover } from './list-scenes.ts';
import { readScenes } from './read-scenes.ts';
import type { StashCall, StashClient } from './stash-client.ts';
import { StashError } from './stash-error.ts';

/**
 * What the rest of the service asks of Stash. `after` is a keyset cursor: only greater ids, ascending; `undefined` begins
 * with the first. A page shorter than `limit` is the last. `since` is text that Stash itself sent, since Stash
 * compares times as text. Every method throws `StashError` or a guard's error when Stash cannot answer.
 *
 * All but the two look-ups by path run in the background lane.
 */
export interface StashSource {
  countScenes(signal?: AbortSignal): Promise<number>;
  listScenesAfter(after: SceneId | undefined, limit: number, signal?: AbortSignal): Promise<readonly Scene[]>;
  listSceneStatesAfter(
    after: SceneId | undefined,
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly SceneState[]>;
  listScenesWithoutCoverAfter(
    after: SceneId | undefined,
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly SceneId[]>;
  listScenesChangedSince(
    since: string,
    after: SceneId | undefined,
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly Changed<SceneId>[]>;
  /** Scenes of which a file changed; absent while the connected Stash does not offer it (before 0.30). */
  readonly listScenesWithFilesChangedSince: ListFileChanges | undefined;
  readonly listPerformersChangedSince: ListChanged;
  readonly listStudiosChangedSince: ListChanged;
  readonly listTagsChangedSince: ListChanged;
  readonly listGroupsChangedSince: ListChanged;
  /** Reads scenes whole; those that Stash says do not exist are not in the answer. */
  readScenes(ids: readonly SceneId[], signal?: AbortSignal): Promise<ReadonlyMap<SceneId, Scene>>;
  /** The folders Stash scans for videos. */
  listLibraryRoots(signal?: AbortSignal): Promise<readonly LibraryRoot[]>;
  /** The scene of the file at exactly this path; absent while the connected Stash does not offer it (before 0.29). */
  readonly findFileThenScene: FindByPath | undefined;
  /** Scenes with a file path that matches an RE2 pattern (case-sensitive, unanchored), by ascending id. */
  findScenesByPathPattern(pattern: string, limit: number, signal?: AbortSignal): Promise<readonly Scene[]>;
}

/** Things changed after `since`, oldest first; pages count from 1. */
type ListChanged = (
  since: string,
  page: number,
  limit: number,
  signal?: AbortSignal,
) => Promise<readonly Changed[]>;

type ListFileChanges = (
  since: string,
  after: SceneId | undefined,
  limit: number,
  signal?: AbortSignal,
) => Promise<readonly FileChange[]>;

type FindByPath = (path: StashPath, signal?: AbortSignal) => Promise<Scene | undefined>;

export interface StashSourceOptions {
  readonly client: StashClient;
  /** What the connected Stash offers at this moment. */
  readonly capabilities: () => StashCapabilities;
  /** Told of scenes that Stash itself cannot read, so that a person can learn of them; they are left out of answers. */
  readonly onUnreadable?: ((ids: readonly SceneId[]) => void) | undefined;
}

export function createStashSource({ client, capabilities, onUnreadable }: StashSourceOptions): StashSource {
  const background = (signal?: AbortSignal): StashCall => ({ lane: 'BACKGROUND', signal });
  const request = (signal?: AbortSignal): StashCall => ({ lane: 'REQUEST', signal });
  const unreadable = onUnreadable ?? (() => undefined);
  const listFiles: ListFileChanges = (since, after, limit, signal) =>
    listFileChanges(client, since, toCursor(after), limit, background(signal));
  const findAtPath: FindByPath = (path, signal) => findSceneAtPath(client, path, request(signal));
  const changes =
    (kind: 'performers' | 'studios' | 'tags' | 'groups'): ListChanged =>
    (since, page, limit, signal) =>
      listThingChanges(client, kind, { since, page, perPage: limit }, background(signal));
  return {
    countScenes: (signal) => countScenes(client, background(signal)),
    listScenesAfter: (after, limit, signal) =>
      listScenes(client, toCursor(after), limit, background(signal), unreadable),
    listSceneStatesAfter: (after, limit, signal) =>
      listSceneStates(client, toCursor(after), limit, background(signal)),
    listScenesWithoutCoverAfter: (after, limit, signal) =>
      listScenesWithoutCover(client, toCursor(after), limit, background(signal)),
    listScenesChangedSince: (since, after, limit, signal) =>
      listSceneChanges(client, since, toCursor(after), limit, background(signal)),
    get listScenesWithFilesChangedSince() {
      return capabilities().filesFilter ? listFiles : undefined;
    },
    listPerformersChangedSince: changes('performers'),
    listStudiosChangedSince: changes('studios'),
    listTagsChangedSince: changes('tags'),
    listGroupsChangedSince: changes('groups'),
    readScenes: (ids, signal) => readScenes(client, ids, background(signal), unreadable),
    listLibraryRoots: (signal) => listLibraryRoots(client, background(signal)),
    get findFileThenScene() {
      return capabilities().findFile ? findAtPath : undefined;
    },
    findScenesByPathPattern: (pattern, limit, signal) =>
      findScenesByPathPattern(client, pattern, limit, request(signal)),
  };
}

async function countScenes(client: StashClient, call: StashCall): Promise<number> {
  const { findScenes } = await client.read(CountScenesDocument, {}, call);
  if (typeof findScenes?.count === 'number') return findScenes.count;
  throw new StashError('GARBAGE', { code: 'UNEXPECTED_SHAPE', member: 'FindScenesResultType.count' });
}

/** The cursor as Stash's filter takes it: a number, and 0 is below every id. */
function toCursor(after: SceneId | undefined): number {
  return after === undefined ? 0 : Number(after);
}
