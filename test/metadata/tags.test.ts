import { describe, expect, it } from 'vitest';
import type { FieldSettings } from '../../src/metadata/field-settings.ts';
import { tagsField } from '../../src/metadata/fields/tags.ts';
import { sampleContext } from '../support/metadata-context.ts';
import { sampleScene, toTags } from '../support/metadata-scenes.ts';

function listGenres(names: readonly string[], fields: Partial<FieldSettings> = {}): readonly string[] {
  const { Genre } = tagsField(sampleScene({ tags: toTags(...names) }), sampleContext(fields));
  return (Genre ?? []).map(({ tag }) => tag);
}

describe('genres', () => {
  it('are the tags in order, each once whatever its case', () => {
    expect(listGenres(['Outdoor', 'Drama', 'OUTDOOR', ' drama ', 'Cafe\u0301', 'café', '\u200B'])).toEqual([
      'Outdoor',
      'Drama',
      'Café',
    ]);
  });

  it('are only the included ones, when any are', () => {
    expect(listGenres(['Outdoor', 'Drama'], { includeTags: ['drama', 'unknown'] })).toEqual(['Drama']);
  });

  it('are never the excluded ones, also when included', () => {
    expect(listGenres(['Outdoor', 'Drama'], { includeTags: ['*'], excludeTags: ['DRAMA'] })).toEqual([
      'Outdoor',
    ]);
  });

  it.each([
    ['zz*', ['zz internal', 'ZZTop']],
    ['*internal', ['zz internal']],
    ['*in*', ['zz internal', 'in [*] brackets']],
    ['*', ['zz internal', 'ZZTop', 'in [*] brackets']],
    ['**', ['zz internal', 'ZZTop', 'in [*] brackets']],
    ['in [*] brackets', ['in [*] brackets']],
    ['z*l', []],
    ['', []],
    ['.', []],
    [' zztop ', ['ZZTop']],
  ])('match the pattern %j: %j', (pattern, genres) => {
    const names = ['zz internal', 'ZZTop', 'in [*] brackets'];
    expect(listGenres(names, { includeTags: [pattern] })).toEqual(genres);
  });

  it('are limited after the choice', () => {
    const names = Array.from({ length: 150 }, (_, at) => `Tag ${at}`);
    expect(listGenres(names)).toEqual(names.slice(0, 100));
    expect(listGenres(names, { excludeTags: ['Tag 0'], maxTags: 2 })).toEqual(['Tag 1', 'Tag 2']);
    expect(listGenres(names, { maxTags: 0 })).toEqual([]);
  });

  it('are absent when none is left, and when switched off', () => {
    const scene = sampleScene({ tags: toTags('Drama') });
    expect(tagsField(scene, sampleContext({ excludeTags: ['*'] }))).toEqual({});
    expect(tagsField(scene, sampleContext({ tags: false }))).toEqual({});
  });
});
