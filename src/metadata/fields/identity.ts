import type { Scene } from '../../model/scene.ts';
import type { MetadataContext } from '../metadata-context.ts';
import type { PlexMovie } from '../plex-metadata.ts';
import { toProviderGuid } from '../provider-guid.ts';
import { toMetadataKey, toRatingKey } from '../to-rating-key.ts';

/** What the item is called by PMS: `ratingKey`, `key`, `guid` and `type`. */
export function identityField(
  scene: Scene,
  context: MetadataContext,
): Pick<PlexMovie, 'ratingKey' | 'key' | 'guid' | 'type'> {
  return {
    ratingKey: toRatingKey(scene.id),
    key: toMetadataKey(scene.id),
    guid: toProviderGuid(context.providerId, scene.id),
    type: 'movie',
  };
}
