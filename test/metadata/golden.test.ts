import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toPlexMovie } from '../../src/metadata/to-plex-movie.ts';
import { goldenCases } from './golden-cases.ts';

const folder = new URL('golden/', import.meta.url);

describe('what Plex is told', () => {
  it.each(goldenCases)(
    'is the golden file for the shape "$name", members in order',
    ({ name, scene, context }) => {
      const golden: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
      const movie = toPlexMovie(scene, context);
      expect(movie).toStrictEqual(golden);
      expect(JSON.stringify(movie)).toBe(JSON.stringify(golden));
    },
  );

  it('has a case for every golden file', () => {
    expect(readdirSync(folder).sort()).toEqual(goldenCases.map(({ name }) => `${name}.json`).sort());
  });
});
