import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toExtrasAnswer, toImageAnswer, toMetadataAnswer } from '../../src/metadata/container.ts';
import type { PlexImage } from '../../src/metadata/plex-metadata.ts';
import { toPlexMovie } from '../../src/metadata/to-plex-movie.ts';
import { sampleContext } from '../support/metadata-context.ts';
import { fullScene } from '../support/metadata-scenes.ts';

const identifier = 'tv.plex.agents.custom.stash2plex';
const images = Array.from({ length: 7 }, (_, at): PlexImage => ({ type: 'snapshot', url: `http://x/${at}` }));

describe('a container', () => {
  it('holds one item at offset 0', () => {
    const movie = toPlexMovie(fullScene, sampleContext());
    expect(toMetadataAnswer(identifier, [movie])).toEqual({
      MediaContainer: { offset: 0, totalSize: 1, identifier, size: 1, Metadata: [movie] },
    });
  });

  it('says with an empty list that there is nothing', () => {
    const nothing = { MediaContainer: { offset: 0, totalSize: 0, identifier, size: 0, Metadata: [] } };
    expect(toMetadataAnswer(identifier, [])).toEqual(nothing);
    expect(toExtrasAnswer(identifier)).toEqual(nothing);
  });

  it('holds the page that is asked for', () => {
    const { MediaContainer } = toImageAnswer(identifier, images, { start: 2, size: 3 });
    expect(MediaContainer).toEqual({
      offset: 2,
      totalSize: 7,
      identifier,
      size: 3,
      Image: images.slice(2, 5),
    });
  });

  it('is empty behind the end', () => {
    const { MediaContainer } = toImageAnswer(identifier, images, { start: 50, size: 3 });
    expect(MediaContainer).toEqual({ offset: 50, totalSize: 7, identifier, size: 0, Image: [] });
  });

  it.each([{ start: -1 }, { start: Number.NaN }, { size: -5 }, { size: 1.5 }, { start: 0, size: 50 }])(
    'is whole for %j',
    (paging) => {
      const { MediaContainer } = toImageAnswer(identifier, images, paging);
      expect(MediaContainer).toMatchObject({ offset: 0, size: 7, totalSize: 7 });
    },
  );

  it('gives every entry once when read page by page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (size) => {
        const pages = images.map((_, page) =>
          toImageAnswer(identifier, images, { start: page * size, size }),
        );
        expect(pages.flatMap(({ MediaContainer }) => MediaContainer.Image)).toEqual(images);
        for (const { MediaContainer } of pages) expect(MediaContainer.size).toBe(MediaContainer.Image.length);
      }),
    );
  });
});
