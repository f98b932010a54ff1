import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFileStem } from '../../src/matching/file-stem.ts';
import { toWords } from '../../src/matching/words.ts';

describe('toWords', () => {
  it('levels case, accents, apostrophes and separators', () => {
    expect(toWords("Don't_Stop.THÉ [Girl’s] Ｎｉｇｈｔ")).toEqual(['dont', 'stop', 'the', 'girls', 'night']);
  });

  it('gives the same words for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(toWords(text.normalize('NFD'))).toEqual(toWords(text.normalize('NFC')));
      }),
    );
  });
});

describe('toFileStem', () => {
  it.each([
    ['x.mp4', 'x'],
    ['x.tar.m2ts', 'x.tar'],
    ['Studio.24.01.02', 'Studio.24.01.02'],
    ['A.Title', 'A.Title'],
    ['.mp4', '.mp4'],
    ['x.3gp', 'x'],
    ['', ''],
  ])('takes the extension off %j', (name, stem) => {
    expect(toFileStem(name)).toBe(stem);
  });
});
