import type { Scene } from '../../model/scene.ts';
import type { MetadataContext } from '../metadata-context.ts';
import type { PlexMovie } from '../plex-metadata.ts';

/** Fills one group of Plex fields from a scene; an empty object when the scene has nothing for it. */
export type Field = (scene: Scene, context: MetadataContext) => Partial<PlexMovie>;
