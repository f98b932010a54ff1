import { asStashPath } from '../model/file-paths.ts';
import { parseSceneId } from '../model/ids.ts';
import type { Performer, Scene, SceneFile, SceneGroup, StashBoxId, Studio, Tag } from '../model/scene.ts';
import type { WholeSceneFragment } from './generated/operations.ts';
import { type Loose, findText, listOf, optional, toNumber } from './loose.ts';
import { StashError } from './stash-error.ts';

type Fragment = NonNullable<Loose<WholeSceneFragment>>;
type Item<Name extends 'files' | 'performers' | 'tags' | 'groups' | 'stash_ids'> = NonNullable<
  NonNullable<Fragment[Name]>[number]
>;

/**
 * Stash's scene as ours. A member that came out odd is left out and the rest is kept: one broken row in Stash must not
 * hide a scene. Only a scene without a usable id is refused, with a `GARBAGE` error.
 */
export function toScene(fragment: Loose<WholeSceneFragment>): Scene {
  const id = parseSceneId(fragment?.id);
  if (!fragment || id === undefined)
    throw new StashError('GARBAGE', { code: 'UNEXPECTED_SHAPE', member: 'Scene.id' });
  return {
    id,
    ...toTexts(fragment),
    organized: fragment.organized === true,
    createdAt: findText(fragment.created_at) ?? '',
    updatedAt: findText(fragment.updated_at) ?? '',
    files: listOf(fragment.files).flatMap(toFile),
    ...optional('studio', toStudio(fragment.studio)),
    performers: listOf(fragment.performers).flatMap(toPerformer),
    tags: listOf(fragment.tags).flatMap(toTag),
    groups: listOf(fragment.groups).flatMap(toGroup),
    stashIds: listOf(fragment.stash_ids).flatMap(toStashBoxId),
  };
}

function toTexts(fragment: Fragment): Pick<Scene, 'title' | 'code' | 'details' | 'director' | 'date'> {
  return {
    ...optional('title', findText(fragment.title)),
    ...optional('code', findText(fragment.code)),
    ...optional('details', findText(fragment.details)),
    ...optional('director', findText(fragment.director)),
    ...optional('date', findText(fragment.date)),
  };
}

function toFile(file: Item<'files'>): readonly SceneFile[] {
  const path = findText(file.path);
  if (path === undefined) return [];
  const hash = (type: string) =>
    findText(listOf(file.fingerprints).find((print) => print.type === type)?.value);
  return [
    {
      id: findText(file.id) ?? '',
      path: asStashPath(path),
      size: toNumber(file.size),
      duration: toNumber(file.duration),
      width: toNumber(file.width),
      height: toNumber(file.height),
      modifiedAt: findText(file.mod_time) ?? '',
      updatedAt: findText(file.updated_at) ?? '',
      ...optional('oshash', hash('oshash')),
      ...optional('md5', hash('md5')),
      ...optional('phash', hash('phash')),
    },
  ];
}

interface LooseStudio {
  readonly id?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly parent_studio?: LooseStudio | null | undefined;
}

function toStudio(studio: LooseStudio | null | undefined): Studio | undefined {
  const named = toTag(studio ?? {})[0];
  return named && { ...named, ...optional('parent', toStudio(studio?.parent_studio)) };
}

function toPerformer(performer: Item<'performers'>): readonly Performer[] {
  return toTag(performer).map((named) => ({
    ...named,
    ...optional('disambiguation', findText(performer.disambiguation)),
    ...toImage(findText(performer.image_path)),
  }));
}

/** Stash marks the address of its drawn silhouette with `default=true`; `t` is when the performer last changed. */
function toImage(address: string | undefined): Pick<Performer, 'hasImage' | 'imageVersion'> {
  if (address === undefined) return { hasImage: false };
  const query = new URLSearchParams(address.split('?')[1] ?? '');
  if (query.get('default') === 'true') return { hasImage: false };
  return { hasImage: true, ...optional('imageVersion', findText(query.get('t'))) };
}

function toTag(tag: { readonly id?: unknown; readonly name?: unknown }): readonly Tag[] {
  const id = findText(tag.id);
  const name = findText(tag.name);
  return id === undefined || name === undefined ? [] : [{ id, name }];
}

function toGroup({ group, scene_index: index }: Item<'groups'>): readonly SceneGroup[] {
  const position = typeof index === 'number' ? index : undefined;
  return toTag(group ?? {}).map((named) => ({ ...named, ...optional('index', position) }));
}

function toStashBoxId(stashId: Item<'stash_ids'>): readonly StashBoxId[] {
  const endpoint = findText(stashId.endpoint);
  const id = findText(stashId.stash_id);
  return endpoint === undefined || id === undefined ? [] : [{ endpoint, id }];
}
