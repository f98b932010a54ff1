import type {
  SimulatedEntity,
  SimulatedPerformer,
  SimulatedStudio,
  SimulatedTag,
} from '../library/library-contents.ts';
import { toUnixSeconds } from '../library/stash-time.ts';
import type { Fields, StashContext } from './stash-context.ts';

const times: Fields<SimulatedEntity> = {
  created_at: (entity) => entity.createdAt,
  updated_at: (entity) => entity.updatedAt,
};

export const groupFields: Fields<SimulatedEntity> = times;

export const performerFields: Fields<SimulatedPerformer> = {
  ...times,
  image_path: (performer, _args, context) => toImagePath('performer', performer, context),
};

export const studioFields: Fields<SimulatedStudio> = {
  ...times,
  image_path: (studio, _args, context) => toImagePath('studio', studio, context),
  parent_studio: (studio, _args, { library }) => {
    return studio.parentId === null ? null : library.findStudio(studio.parentId);
  },
  child_studios: (studio, _args, { library }) =>
    library.studios.filter((child) => child.parentId === studio.id),
};

export const tagFields: Fields<SimulatedTag> = {
  ...times,
  sort_name: (tag) => tag.sortName,
  image_path: (tag, _args, context) => toImagePath('tag', tag, context),
};

/** `default=true` is how Stash says that there is no picture of this one. */
function toImagePath(kind: string, entity: SimulatedEntity, { origin }: StashContext): string {
  const isDefault = entity.image === 'NONE' ? '&default=true' : '';
  return `${origin}/${kind}/${entity.id}/image?t=${toUnixSeconds(entity.updatedAt)}${isDefault}`;
}
