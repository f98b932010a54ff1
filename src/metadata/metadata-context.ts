import type { ArtworkLinks } from './artwork-links.ts';
import type { FieldSettings } from './field-settings.ts';

/** Where the date of a scene without one comes from: its creation in Stash, or its file's last change. */
export type DateFallback = 'created' | 'file';

/** All that describing a scene depends on besides the scene. */
export interface MetadataContext {
  /** The provider's identifier, which is also the scheme of its guids. */
  readonly providerId: string;
  readonly fields: FieldSettings;
  readonly contentRating: string;
  readonly dateFallback: DateFallback;
  readonly artwork: ArtworkLinks;
}
