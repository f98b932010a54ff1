import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLike } from '../../../simulators/stash/like-pattern.ts';

const letters = fc.constantFrom(
  'a',
  'A',
  'b',
  'z',
  'é',
  'É',
  'e\u0301',
  '%',
  '_',
  '[',
  ']',
  '\\',
  '.',
  '/',
  '🎉',
  '夜',
  ' ',
);
const text = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join(''));

describe('compileLike', () => {
  it('agrees with SQLite about every text and pattern', () => {
    using database = new DatabaseSync(':memory:');
    const like = database.prepare('SELECT ? LIKE ? AS fits');
    fc.assert(
      fc.property(text, text, (subject, pattern) => {
        expect(compileLike(pattern)(subject)).toBe(like.get(subject, pattern)?.['fits'] === 1);
      }),
      { numRuns: 3000 },
    );
  });

  it('lets an underscore stand for any one character and ignores the case of ASCII letters only', () => {
    expect(compileLike('/wild/clip_one.mp4')('/wild/clipXone.mp4')).toBe(true);
    expect(compileLike('/CASE/clip.mp4')('/case/Clip.mp4')).toBe(true);
    expect(compileLike('über')('ÜBER')).toBe(false);
  });
});
