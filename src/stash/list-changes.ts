import type { SceneId } from '../model/ids.ts';
import { expectRows, expectSceneId } from './expect-rows.ts';
import {
  ListGroupsChangedSinceDocument,
  ListPerformersChangedSinceDocument,
  ListScenesChangedSinceDocument,
  ListScenesWithFilesChangedSinceDocument,
  ListStudiosChangedSinceDocument,
  ListTagsChangedSinceDocument,
} from './generated/operations.ts';
import type { FileState } from '../catalog/scene-source.ts';
import { toFileStates } from './list-scenes.ts';
import { findText, type Loose } from './loose.ts';
import type { StashCall, StashClient } from './stash-client.ts';

/** Something that Stash changed, with Stash's own text of when. */
export interface Changed<Id extends string = string> {
  readonly id: Id;
  readonly updatedAt: string;
}

/** A scene of which a file changed. */
export interface FileChange {
  readonly id: SceneId;
  readonly files: readonly FileState[];
}

/** Scenes above the cursor that were edited after `since`, by ascending id. */
export async function listSceneChanges(
  client: StashClient,
  since: string,
  after: number,
  perPage: number,
  call: StashCall,
): Promise<readonly Changed<SceneId>[]> {
  const data = await client.read(ListScenesChangedSinceDocument, { since, after, perPage }, call);
  const rows = expectRows(data.findScenes?.scenes, 'FindScenesResultType.scenes');
  return rows.map((row) => ({ id: expectSceneId(row.id), updatedAt: findText(row.updated_at) ?? '' }));
}

/** Scenes above the cursor of which a file was moved, renamed or rewritten after `since`; offered from 0.30 on. */
export async function listFileChanges(
  client: StashClient,
  since: string,
  after: number,
  perPage: number,
  call: StashCall,
): Promise<readonly FileChange[]> {
  const data = await client.read(ListScenesWithFilesChangedSinceDocument, { since, after, perPage }, call);
  const rows = expectRows(data.findScenes?.scenes, 'FindScenesResultType.scenes');
  return rows.map((row) => ({ id: expectSceneId(row.id), files: toFileStates(row.files) }));
}

interface Page {
  readonly since: string;
  readonly page: number;
  readonly perPage: number;
}

/** Performers, studios, tags or groups that were edited after `since`, oldest edit first. */
export async function listThingChanges(
  client: StashClient,
  kind: 'performers' | 'studios' | 'tags' | 'groups',
  page: Page,
  call: StashCall,
): Promise<readonly Changed[]> {
  const rows = expectRows(await readThings(client, kind, page, call), kind);
  return rows.flatMap((row) => {
    const id = findText(row.id);
    return id === undefined ? [] : { id, updatedAt: findText(row.updated_at) ?? '' };
  });
}

async function readThings(
  client: StashClient,
  kind: 'performers' | 'studios' | 'tags' | 'groups',
  page: Page,
  call: StashCall,
): Promise<Loose<readonly { readonly id: string; readonly updated_at: string }[]>> {
  switch (kind) {
    case 'performers':
      return (await client.read(ListPerformersChangedSinceDocument, page, call)).findPerformers?.performers;
    case 'studios':
      return (await client.read(ListStudiosChangedSinceDocument, page, call)).findStudios?.studios;
    case 'tags':
      return (await client.read(ListTagsChangedSinceDocument, page, call)).findTags?.tags;
    case 'groups':
      return (await client.read(ListGroupsChangedSinceDocument, page, call)).findGroups?.groups;
  }
}
