import type { SceneId } from '../model/ids.ts';

/**
 * The Plex ratingKey of a scene: its Stash id, which Stash never reuses. PMS keeps it for the life of the item and
 * allows `[a-zA-Z0-9_-]+` (Plex's OpenAPI document 1.2.2).
 */
export function toRatingKey(sceneId: SceneId): string {
  return sceneId;
}

/** The path of one item below the provider's root, e.g. `/library/metadata/42`; any URL prefix is PMS's to add. */
export function toMetadataKey(sceneId: SceneId): string {
  return `/library/metadata/${toRatingKey(sceneId)}`;
}
