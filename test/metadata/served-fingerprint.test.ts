import { describe, expect, it } from 'vitest';
import { toServedFingerprint } from '../../src/metadata/served-fingerprint.ts';
import { toPlexMovie } from '../../src/metadata/to-plex-movie.ts';
import type { Scene } from '../../src/model/scene.ts';
import { noArtwork, sampleArtwork, sampleContext } from '../support/metadata-context.ts';
import { fullScene, samplePerformer, toStudio, toTags } from '../support/metadata-scenes.ts';

function fingerprintOf(changes: Partial<Scene> = {}, artwork = sampleArtwork()): string {
  return toServedFingerprint(toPlexMovie({ ...fullScene, ...changes }, sampleContext({}, { artwork })));
}

describe('a fingerprint of what was served', () => {
  it('is short text for a URL or a column, and the same on every machine', () => {
    expect(toServedFingerprint(requiredOnly)).toBe('8JblBM_Zde_IjOxJ');
    expect(fingerprintOf()).toMatch(/^[\w-]{16}$/);
  });

  it('does not depend on where artwork is served from or how its address is signed', () => {
    expect(fingerprintOf({}, sampleArtwork('https://other.example', 'b3RoZXI'))).toBe(fingerprintOf());
  });

  it('does not depend on the order of members', () => {
    const movie = toPlexMovie(fullScene, sampleContext());
    const turned = { ...movie };
    for (const [name, value] of Object.entries(movie).toReversed()) {
      Reflect.deleteProperty(turned, name);
      Reflect.set(turned, name, value);
    }
    expect(Object.keys(turned)).not.toEqual(Object.keys(movie));
    expect(toServedFingerprint(turned)).toBe(toServedFingerprint(movie));
  });

  it('does not depend on what Plex is not told', () => {
    expect(fingerprintOf({ organized: false, updatedAt: '2030-01-01T00:00:00Z' })).toBe(fingerprintOf());
  });

  it.each<[string, Partial<Scene>]>([
    ['title', { title: 'Evening Light' }],
    ['details', { details: 'Other.' }],
    ['date', { date: '2024-01-16' }],
    ['studio', { studio: toStudio('Other') }],
    ['cast', { performers: fullScene.performers.slice(1) }],
    ['order of the cast', { performers: fullScene.performers.toReversed() }],
    ['photo', { performers: [samplePerformer(1, 'Mia Lindqvist'), ...fullScene.performers.slice(1)] }],
    ['tags', { tags: toTags('Comedy') }],
    ['stash-box ids', { stashIds: [] }],
    ['file', { files: [] }],
  ])('changes with the %s', (_what, changes) => {
    expect(fingerprintOf(changes)).not.toBe(fingerprintOf());
  });

  it('changes when a picture comes or goes', () => {
    expect(fingerprintOf({}, noArtwork)).not.toBe(fingerprintOf());
  });
});

const requiredOnly = {
  ratingKey: '1',
  key: '/library/metadata/1',
  guid: 'x://movie/1',
  type: 'movie',
  title: 'A',
  originallyAvailableAt: '2024-01-01',
} as const;
