import type { ArtworkLinks } from '../../src/metadata/artwork-links.ts';
import { defaultFieldSettings, type FieldSettings } from '../../src/metadata/field-settings.ts';
import type { MetadataContext } from '../../src/metadata/metadata-context.ts';

/** Artwork addresses as a provider at `base` would sign them with `signature`. */
export function sampleArtwork(base = 'http://plex.example:8080', signature = 'c2ln'): ArtworkLinks {
  return {
    poster: ({ id }) => `${base}/artwork/scene/${id}/poster.jpg?s=${signature}`,
    background: ({ id }) => `${base}/artwork/scene/${id}/background.jpg?s=${signature}`,
    snapshot: ({ id }) => `${base}/artwork/scene/${id}/snapshot.jpg?s=${signature}`,
    performer: ({ id, hasImage }) =>
      hasImage ? `${base}/artwork/performer/${id}.jpg?s=${signature}` : undefined,
  };
}

/** Artwork of a library that has no pictures at all. */
export const noArtwork: ArtworkLinks = {
  poster: () => undefined,
  background: () => undefined,
  snapshot: () => undefined,
  performer: () => undefined,
};

/** The default settings, with what a test changes. */
export function sampleContext(
  fields: Partial<FieldSettings> = {},
  rest: Partial<Omit<MetadataContext, 'fields'>> = {},
): MetadataContext {
  return {
    providerId: 'tv.plex.agents.custom.stash2plex',
    fields: { ...defaultFieldSettings, ...fields },
    contentRating: 'XXX',
    dateFallback: 'created',
    artwork: sampleArtwork(),
    ...rest,
  };
}
