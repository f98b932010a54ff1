import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlexMovie } from '../../src/metadata/plex-metadata.ts';
import { toPlexMovie } from '../../src/metadata/to-plex-movie.ts';
import { anyContext, anyScene } from '../support/arbitrary-scene.ts';
import { deepFreeze } from '../support/deep-freeze.ts';

const CONTROL = /\p{Cs}|\p{Noncharacter_Code_Point}|[\u200B\u202A-\u202E\uFEFF]|(?!\n)\p{Cc}/u;

describe('any scene under any settings', () => {
  it('becomes a movie with all that Plex requires', () => {
    check((movie, id) => {
      expect(movie.ratingKey).toBe(id);
      expect(movie.key).toBe(`/library/metadata/${id}`);
      expect(movie.guid).toBe(`tv.plex.agents.custom.stash2plex://movie/${id}`);
      expect(movie.type).toBe('movie');
      expect(movie.title).toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u);
      expect(movie.isAdult).toBe(true);
    });
  });

  it('has a date that is in the calendar, and the year of it', () => {
    check(({ originallyAvailableAt: date, year }) => {
      expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
      expect(year).toBe(Number(date.slice(0, 4)));
    });
  });

  it('has no empty text and no empty list', () => {
    check((movie) => {
      for (const value of listValues(movie)) {
        expect(value).not.toBe('');
        expect(value).not.toEqual([]);
        expect(value).not.toBeUndefined();
      }
    });
  });

  it('has whole, finite numbers only', () => {
    check((movie) => {
      const numbers = listValues(movie).filter((value) => typeof value === 'number');
      for (const number of numbers) expect(Number.isSafeInteger(number)).toBe(true);
      expect(movie.duration ?? 1).toBeGreaterThan(0);
    });
  });

  it('has texts in NFC without control, bidirectional or broken characters, within their limits', () => {
    check((movie) => {
      for (const text of listValues(movie).filter((value) => typeof value === 'string')) {
        expect(text).not.toMatch(CONTROL);
        expect(text).toBe(text.normalize('NFC').trim());
        expect(text.length).toBeLessThanOrEqual(text === movie.summary ? 10_000 : 255);
      }
    });
  });

  it('has names that are told once, and orders that count from 0', () => {
    check((movie) => {
      const genres = (movie.Genre ?? []).map(({ tag }) => tag.toLowerCase());
      expect(new Set(genres).size).toBe(genres.length);
      const orders = (movie.Role ?? []).map(({ order }) => order);
      expect(orders).toEqual(orders.map((_, at) => at));
      expect(orders.length).toBeLessThanOrEqual(50);
    });
  });

  it('has only ids of the form scheme://id', () => {
    check((movie) => {
      for (const { id } of movie.Guid ?? []) expect(id).toMatch(/^[a-z][a-z0-9.-]*:\/\/[\w.-]+$/);
    });
  });

  it('never has a rating, whose badge would be another brand’s', () => {
    check((movie) => {
      expect(movie).not.toHaveProperty('Rating');
    });
  });
});

/** Runs against frozen scenes, so that changing one fails too. */
function check(holds: (movie: PlexMovie, id: string) => void): void {
  fc.assert(
    fc.property(anyScene, anyContext, (scene, context) => {
      holds(toPlexMovie(deepFreeze(scene), context), scene.id);
    }),
    { numRuns: 60 },
  );
}

function listValues(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  const inner = Object.values(value).flatMap(listValues);
  return Array.isArray(value) ? [value, ...inner] : inner;
}
