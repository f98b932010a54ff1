import type { Scene } from '../model/scene.ts';
import { optionalFields, toRequiredFields } from './field-list.ts';
import type { MetadataContext } from './metadata-context.ts';
import type { PlexMovie } from './plex-metadata.ts';

/** A scene as Plex is told it. Equal scenes give equal movies; nothing is said that Stash does not know. */
export function toPlexMovie(scene: Scene, context: MetadataContext): PlexMovie {
  const fields = optionalFields.map((field) => field(scene, context));
  return Object.assign(toRequiredFields(scene, context), ...fields) as PlexMovie;
}
