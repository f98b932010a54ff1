import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customiseResponse } from '../../src/metadata/customise-response.ts';
import type { PlexMovie } from '../../src/metadata/plex-metadata.ts';
import { parseResponseCustomisation } from '../../src/metadata/response-customisation.ts';
import { toPlexMovie } from '../../src/metadata/to-plex-movie.ts';
import { deepFreeze } from '../support/deep-freeze.ts';
import { sampleContext } from '../support/metadata-context.ts';
import { fullScene } from '../support/metadata-scenes.ts';

const REQUIRED = ['ratingKey', 'key', 'guid', 'type', 'title', 'originallyAvailableAt'];
const movie = toPlexMovie(fullScene, sampleContext({ tagline: true, collections: true }));
const lists = Object.keys(movie).filter((name) => Array.isArray(movie[name as keyof PlexMovie]));
const values = Object.keys(movie).filter((name) => !lists.includes(name));

function listMembers(parameters: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(customiseResponse(movie, parseResponseCustomisation(parameters)));
}

describe('an answer cut to wishes', () => {
  it('is whole without wishes', () => {
    expect(customiseResponse(movie, parseResponseCustomisation({}))).toStrictEqual(movie);
  });

  it('has only the values that are included, and all lists', () => {
    expect(listMembers({ includeFields: 'summary,year' }).toSorted()).toEqual(
      [...REQUIRED, 'summary', 'year', ...lists].toSorted(),
    );
  });

  it('has only the lists that are included, and all values', () => {
    expect(listMembers({ includeElements: 'Genre' }).toSorted()).toEqual([...values, 'Genre'].toSorted());
  });

  it('is without what is excluded', () => {
    const members = listMembers({
      excludeFields: 'summary, STUDIO',
      excludeElements: ['Genre,Role', 'Image'],
    });
    expect(members).not.toEqual(expect.arrayContaining(['summary']));
    for (const name of ['summary', 'studio', 'Genre', 'Role', 'Image']) expect(members).not.toContain(name);
    for (const name of ['Studio', 'Director', 'year', 'thumb']) expect(members).toContain(name);
  });

  it('excludes what is included and excluded', () => {
    expect(listMembers({ includeElements: 'Genre,Role', excludeElements: 'Role' })).not.toContain('Role');
  });

  it('keeps what Plex requires, whatever is asked', () => {
    expect(listMembers({ includeFields: 'nothing', includeElements: 'nothing' })).toEqual(REQUIRED);
    expect(listMembers({ excludeFields: REQUIRED.join(','), excludeElements: lists.join(',') })).toEqual(
      values,
    );
  });

  it('never changes the movie it was cut from', () => {
    const frozen = deepFreeze(structuredClone(movie));
    const before = JSON.stringify(frozen);
    const names = fc.subarray([...values, ...lists, 'unknown', '__proto__']).map((list) => list.join(','));
    const keys = ['includeFields', 'excludeFields', 'includeElements', 'excludeElements'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), names), (parameters) => {
        const answer = customiseResponse(frozen, parseResponseCustomisation(parameters));
        expect(JSON.stringify(frozen)).toBe(before);
        expect(Object.keys(answer)).toEqual(expect.arrayContaining(REQUIRED));
        expect(frozen).toMatchObject(answer);
      }),
    );
  });
});

describe('wishes', () => {
  it.each([undefined, null, 5, '', ' , ', [], [7], { a: 1 }])(
    'that are %j ask for nothing',
    (includeFields) => {
      expect(parseResponseCustomisation({ includeFields })).toEqual({});
    },
  );

  it('may be repeated', () => {
    expect(parseResponseCustomisation({ excludeElements: ['Genre', 'Role, Genre'] })).toEqual({
      excludeElements: new Set(['genre', 'role']),
    });
  });
});
