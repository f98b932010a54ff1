import type { SceneGroup } from '../../model/scene.ts';
import type { PlexCollection } from '../plex-metadata.ts';
import { cleanLine } from '../text/clean-line.ts';
import type { Field } from './field.ts';

/**
 * The scene's groups as collections. Plex's published document has no collections; `guid`, `key` and `tag` are what an
 * earlier copy of it required.
 */
export const collectionsField: Field = (scene, { fields, providerId }) => {
  if (!fields.collections) return {};
  const collections = scene.groups.flatMap((group) => listCollections(group, providerId));
  return collections.length === 0 ? {} : { Collection: collections };
};

function listCollections(group: SceneGroup, providerId: string): readonly PlexCollection[] {
  const tag = cleanLine(group.name);
  const key = `group-${group.id}`;
  if (tag === undefined) return [];
  return [{ guid: `${providerId}://collection/${key}`, key: `/library/collections/${key}`, tag }];
}
