import type { FileState, SceneState } from '../catalog/scene-source.ts';
import { asStashPath } from '../model/file-paths.ts';
import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import { expectRows, expectSceneId } from './expect-rows.ts';
import {
  ListSceneIdsAfterDocument,
  ListSceneStatesAfterDocument,
  type ListSceneStatesAfterQuery,
  ListScenesAfterDocument,
  ListScenesWithoutCoverAfterDocument,
} from './generated/operations.ts';
import { findText, type Loose, listOf } from './loose.ts';
import { isBrokenRow, readScenes } from './read-scenes.ts';
import type { StashCall, StashClient } from './stash-client.ts';
import { toScene } from './to-scene.ts';

/**
 * Whole scenes with ids above the cursor, ascending. A page that Stash cannot resolve because of one broken scene (its
 * lists are non-null, so one failing row voids all) is read scene by scene; what is broken is told and left out, and
 * the page is filled up, so that a short page still means the end.
 */
export async function listScenes(
  client: StashClient,
  after: number,
  perPage: number,
  call: StashCall,
  onUnreadable: (ids: readonly SceneId[]) => void,
): Promise<readonly Scene[]> {
  try {
    const data = await client.read(ListScenesAfterDocument, { after, perPage }, call);
    return expectRows(data.findScenes?.scenes, 'FindScenesResultType.scenes').map(toScene);
  } catch (error) {
    if (!isBrokenRow(error)) throw error;
    return listScenesOneByOne(client, after, perPage, call, onUnreadable);
  }
}

async function listScenesOneByOne(
  client: StashClient,
  after: number,
  perPage: number,
  call: StashCall,
  onUnreadable: (ids: readonly SceneId[]) => void,
): Promise<readonly Scene[]> {
  const scenes: Scene[] = [];
  let cursor = after;
  for (let missing = perPage; missing > 0; missing = perPage - scenes.length) {
    const ids = await listSceneIds(client, cursor, missing, call);
    const read = await readScenes(client, ids, call, onUnreadable);
    scenes.push(...read.values());
    if (ids.length < missing) break;
    cursor = Number(ids.at(-1));
  }
  return scenes;
}

async function listSceneIds(
  client: StashClient,
  after: number,
  perPage: number,
  call: StashCall,
): Promise<SceneId[]> {
  const data = await client.read(ListSceneIdsAfterDocument, { after, perPage }, call);
  return expectRows(data.findScenes?.scenes, 'FindScenesResultType.scenes').map(({ id }) =>
    expectSceneId(id),
  );
}

/** What changed-detection needs of the scenes above the cursor, ascending. */
export async function listSceneStates(
  client: StashClient,
  after: number,
  perPage: number,
  call: StashCall,
): Promise<readonly SceneState[]> {
  try {
    const data = await client.read(ListSceneStatesAfterDocument, { after, perPage }, call);
    return expectRows(data.findScenes?.scenes, 'FindScenesResultType.scenes').map(toSceneState);
  } catch (error) {
    if (!isBrokenRow(error)) throw error;
    const scenes = await listScenesOneByOne(client, after, perPage, call, () => undefined);
    return scenes.map(({ id, updatedAt, files }) => ({ id, updatedAt, files }));
  }
}

/** Scenes above the cursor that have no cover of their own, ascending. */
export async function listScenesWithoutCover(
  client: StashClient,
  after: number,
  perPage: number,
  call: StashCall,
): Promise<readonly SceneId[]> {
  const data = await client.read(ListScenesWithoutCoverAfterDocument, { after, perPage }, call);
  return expectRows(data.findScenes?.scenes, 'FindScenesResultType.scenes').map(({ id }) =>
    expectSceneId(id),
  );
}

type LooseState = NonNullable<Loose<ListSceneStatesAfterQuery['findScenes']['scenes'][number]>>;

function toSceneState(state: LooseState): SceneState {
  return {
    id: expectSceneId(state.id),
    updatedAt: findText(state.updated_at) ?? '',
    files: toFileStates(state.files),
  };
}

/** Files of a slim listing; one without a path is none. */
export function toFileStates(files: LooseState['files']): readonly FileState[] {
  return listOf(files).flatMap((file) => {
    const path = findText(file.path);
    if (path === undefined) return [];
    return {
      id: findText(file.id) ?? '',
      path: asStashPath(path),
      updatedAt: findText(file.updated_at) ?? '',
    };
  });
}
