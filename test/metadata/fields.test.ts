import { describe, expect, it } from 'vitest';
import { adultField } from '../../src/metadata/fields/adult.ts';
import { collectionsField } from '../../src/metadata/fields/collections.ts';
import { directorField } from '../../src/metadata/fields/director.ts';
import { durationField } from '../../src/metadata/fields/duration.ts';
import { imagesField } from '../../src/metadata/fields/images.ts';
import { performersField } from '../../src/metadata/fields/performers.ts';
import { studioField } from '../../src/metadata/fields/studio.ts';
import { summaryField } from '../../src/metadata/fields/summary.ts';
import { taglineField } from '../../src/metadata/fields/tagline.ts';
import { titleField } from '../../src/metadata/fields/title.ts';
import { noArtwork, sampleContext } from '../support/metadata-context.ts';
import { fullScene, sampleFile, samplePerformer, sampleScene, toStudio } from '../support/metadata-scenes.ts';

const context = sampleContext();

describe('title', () => {
  it('is Stash’s title, else the cleaned file name', () => {
    expect(titleField(fullScene, context).title).toBe('Morning Light');
    expect(titleField(sampleScene({ title: '\u200B ' }), context).title).toBe('plain clip');
    expect(titleField(sampleScene(), context).title).toBe('plain clip');
  });

  it('is the cleaned file name when titles are switched off', () => {
    const { title } = titleField(fullScene, sampleContext({ title: false }));
    expect(title).toBe('Aurora Films - Morning Light (2024-01-15)');
  });

  it('is the studio code, else the id, of a scene without title and file', () => {
    expect(titleField(sampleScene({ files: [], code: 'AF-0001' }), context).title).toBe('AF-0001');
    expect(titleField(sampleScene({ files: [] }), context).title).toBe('Scene 23');
  });

  it('is at most 255 long and ends with a whole word', () => {
    const { title } = titleField(sampleScene({ title: 'word '.repeat(100) }), context);
    expect(title).toBe('word '.repeat(51).trim());
  });
});

describe('summary', () => {
  it('is absent without details, and when switched off', () => {
    expect(summaryField(sampleScene({ details: '<br>' }), context)).toEqual({});
    expect(summaryField(fullScene, sampleContext({ summary: false }))).toEqual({});
  });

  it('is cut at 10,000', () => {
    const { summary } = summaryField(sampleScene({ details: 'a'.repeat(10_001) }), context);
    expect(summary).toBe('a'.repeat(10_000));
  });
});

describe('duration', () => {
  it('is the primary file’s, in whole milliseconds', () => {
    const files = [sampleFile('/a.mp4', { duration: 61.2345 }), sampleFile('/b.mp4', { duration: 5 })];
    expect(durationField(sampleScene({ files }), context)).toEqual({ duration: 61_235 });
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 0.0001, 1e300])(
    'is absent for %d seconds',
    (duration) => {
      const files = [sampleFile('/a.mp4', { duration }), sampleFile('/b.mp4', { duration: 5 })];
      expect(durationField(sampleScene({ files }), context)).toEqual({});
    },
  );
});

describe('studio', () => {
  it('comes with the studios it belongs to, each once', () => {
    const scene = sampleScene({ studio: toStudio('Aurora', '\u200B', 'AURORA', 'Network') });
    expect(studioField(scene, context)).toEqual({
      studio: 'Aurora',
      Studio: [{ tag: 'Aurora' }, { tag: 'Network' }],
    });
  });

  it('is absent when there is none, and when switched off', () => {
    expect(studioField(sampleScene(), context)).toEqual({});
    expect(studioField(fullScene, sampleContext({ studio: false }))).toEqual({});
  });
});

describe('cast', () => {
  it('has a photo only where there is a real one', () => {
    const performers = [samplePerformer(1, 'Mia', { hasImage: true }), samplePerformer(2, 'Vera')];
    expect(performersField(sampleScene({ performers }), context).Role).toEqual([
      { tag: 'Mia', thumb: 'http://plex.example:8080/artwork/performer/1.jpg?s=c2ln', order: 0 },
      { tag: 'Vera', order: 1 },
    ]);
  });

  it('has no photos when artwork is switched off', () => {
    const { Role } = performersField(fullScene, sampleContext({ artwork: false }));
    expect(Role).toEqual([
      { tag: 'Mia Lindqvist', order: 0 },
      { tag: 'Vera Okafor', order: 1 },
    ]);
  });

  it('tells performers apart only when two of the scene share a name', () => {
    const performers = [
      samplePerformer(1, 'Kim', { disambiguation: 'Seoul' }),
      samplePerformer(2, ' kim', { disambiguation: ' ' }),
      samplePerformer(3, 'Vera', { disambiguation: 'Lagos' }),
    ];
    const tags = performersField(sampleScene({ performers }), context).Role?.map(({ tag }) => tag);
    expect(tags).toEqual(['Kim (Seoul)', 'kim', 'Vera']);
  });

  it('has at most 50, counted without the nameless', () => {
    const names = ['\u200B', ...Array.from({ length: 60 }, (_, at) => `P${at}`)];
    const performers = names.map((name, at) => samplePerformer(at, name));
    const { Role } = performersField(sampleScene({ performers }), context);
    expect(Role?.map(({ tag }) => tag)).toEqual(names.slice(1, 51));
  });

  it('is absent without performers, and when switched off', () => {
    expect(performersField(sampleScene(), context)).toEqual({});
    expect(performersField(fullScene, sampleContext({ performers: false }))).toEqual({});
  });
});

describe('director', () => {
  it.each([
    ['Ana Reyes', ['Ana Reyes']],
    ['Ana Reyes, Tom Ode;Li Wei & Jo', ['Ana Reyes', 'Tom Ode', 'Li Wei', 'Jo']],
    ['Ana-Maria Reyes and Tom/Ode', ['Ana-Maria Reyes and Tom/Ode']],
    ['R&B', ['R&B']],
    ['Ana, ana,, ', ['Ana']],
  ])('%j is %j', (director, names) => {
    const { Director } = directorField(sampleScene({ director }), context);
    expect(Director).toEqual(names.map((tag, order) => ({ tag, order })));
  });

  it('is absent when nobody is named, and when switched off', () => {
    expect(directorField(sampleScene({ director: ' ; ' }), context)).toEqual({});
    expect(directorField(sampleScene(), context)).toEqual({});
    expect(directorField(fullScene, sampleContext({ director: false }))).toEqual({});
  });
});

describe('images', () => {
  it('are absent without pictures, and when switched off', () => {
    expect(imagesField(fullScene, sampleContext({}, { artwork: noArtwork }))).toEqual({});
    expect(imagesField(fullScene, sampleContext({ artwork: false }))).toEqual({});
  });

  it('are those that exist', () => {
    const url = 'http://plex.example:8080/artwork/scene/6/background.jpg?s=c2ln';
    const artwork = { ...noArtwork, background: () => url };
    expect(imagesField(fullScene, sampleContext({}, { artwork }))).toEqual({
      art: url,
      Image: [{ type: 'background', url, alt: 'Morning Light' }],
    });
  });
});

describe('tagline', () => {
  it('is the studio code, when switched on', () => {
    expect(taglineField(fullScene, context)).toEqual({});
    expect(taglineField(fullScene, sampleContext({ tagline: true }))).toEqual({ tagline: 'AF-0001' });
    expect(taglineField(sampleScene(), sampleContext({ tagline: true }))).toEqual({});
  });
});

describe('collections', () => {
  it('are the groups, when switched on', () => {
    expect(collectionsField(fullScene, context)).toEqual({});
    const { Collection } = collectionsField(fullScene, sampleContext({ collections: true }));
    expect(Collection?.map(({ tag }) => tag)).toEqual(['Aurora Anthology', 'Best of 2024']);
    expect(collectionsField(sampleScene(), sampleContext({ collections: true }))).toEqual({});
  });
});

describe('adult', () => {
  it('is always true; the rating is the owner’s', () => {
    expect(adultField(sampleScene(), context)).toEqual({ contentRating: 'XXX', isAdult: true });
    expect(adultField(sampleScene(), sampleContext({}, { contentRating: ' ' }))).toEqual({ isAdult: true });
  });
});
