/** Answers of a provider that keeps the whole contract; tests break one thing in a copy. */
export const IDENTIFIER = 'tv.plex.agents.custom.stash2plex';

export const goldenManifest = {
  MediaProvider: {
    identifier: IDENTIFIER,
    title: 'Stash2Plex',
    version: '1.0.0',
    Types: [{ type: 1, Scheme: [{ scheme: IDENTIFIER }] }],
    Feature: [
      { type: 'metadata', key: '/library/metadata' },
      { type: 'match', key: '/library/metadata/matches' },
    ],
  },
};

const image = { type: 'coverPoster', url: 'https://art.example/artwork/42/poster?sig=abc', alt: 'Dawn' };

export const goldenMovie = {
  ratingKey: '42',
  key: '/library/metadata/42',
  guid: `${IDENTIFIER}://movie/42`,
  type: 'movie',
  title: 'Dawn',
  originallyAvailableAt: '2024-02-29',
  year: 2024,
  summary: 'A long walk.',
  tagline: 'ABC-123',
  studio: 'Northern Light',
  duration: 1_805_000,
  contentRating: 'XXX',
  isAdult: true,
  thumb: image.url,
  art: 'http://192.168.1.5:8080/artwork/42/background?sig=def',
  Image: [image, { type: 'background', url: 'https://art.example/artwork/42/background?sig=def' }],
  OriginalImage: [image],
  Genre: [{ tag: 'Outdoor', originalTag: 'outdoor' }],
  Role: [{ tag: 'A. Person', role: 'Self', order: 0, thumb: 'https://art.example/artwork/p/7' }],
  Director: [{ tag: 'D. Person' }],
  Guid: [{ id: 'stash://42' }],
  Country: [{ tag: 'Norway' }],
  Studio: [{ tag: 'Northern Light' }],
  Similar: [{ guid: `${IDENTIFIER}://movie/43`, tag: 'Dusk' }],
  Collection: [{ guid: 'x://collection/1', key: '/library/collections/1', tag: 'Days' }],
};

/** A container around entries, with its counts right. */
export function containerOf(name: 'Metadata' | 'Image', entries: readonly unknown[]) {
  const { length } = entries;
  return {
    MediaContainer: { offset: 0, totalSize: length, identifier: IDENTIFIER, size: length, [name]: entries },
  };
}

export const goldenMetadata = containerOf('Metadata', [goldenMovie]);
export const goldenMatch = containerOf('Metadata', [goldenMovie]);
export const goldenNoMatch = containerOf('Metadata', []);
export const goldenImages = containerOf('Image', goldenMovie.Image);
export const goldenExtras = containerOf('Metadata', []);
export const goldenError = { error: { code: 'BAD_REQUEST', message: 'The body is no JSON.' } };
