import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toComparablePath, toFoldedPath, toSegments } from '../../src/paths/normal-form.ts';

const anyPath = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('/', '\\', '//', 'd:', 'é', 'e\u0301', 'ß', '..'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('the comparable form', () => {
  it.each([
    ['/media/a.mp4', '/media/a.mp4'],
    ['/media//a///b.mp4', '/media/a/b.mp4'],
    ['/media/a/', '/media/a'],
    ['///media/a', '/media/a'],
    ['/', '/'],
    ['//', '/'],
    ['', ''],
    ['d:\\Media\\a.mp4', 'D:/Media/a.mp4'],
    ['d:/media', 'D:/media'],
    ['d:\\', 'D:'],
    ['D:', 'D:'],
    ['\\\\nas\\share\\a.mp4', '//nas/share/a.mp4'],
    ['//nas/share', '//nas/share'],
    ['\\\\\\\\nas\\\\share', '//nas/share'],
    ['/media/cafe\u0301.mp4', '/media/café.mp4'],
    ['sub\\x.mp4', 'sub/x.mp4'],
    ['/media/a\\b.mp4', '/media/a/b.mp4'],
    ['/media/d:/x', '/media/d:/x'],
    ['x:ray.mp4', 'x:ray.mp4'],
  ])('of %j is %j', (path, comparable) => {
    expect(toComparablePath(path)).toBe(comparable);
  });

  it('is its own comparable form', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        const comparable = toComparablePath(path);
        expect(toComparablePath(comparable)).toBe(comparable);
      }),
    );
  });

  it('keeps letter case', () => {
    expect(toComparablePath('/Media/A.MP4')).not.toBe(toComparablePath('/media/a.mp4'));
  });
});

describe('the folded form', () => {
  it.each([
    ['/Media/A.MP4', '/media/a.mp4'],
    ['/STRASSE', '/straße'],
    ['/STRAẞE', '/strasse'],
    ['/ΟΔΟΣ', '/οδος'],
    ['/οδοσ/x', '/ΟΔΟΣ/X'],
    ['/E\u0301', '/é'],
    ['/\u212A', '/k'],
    ['/ﬁlm', '/FILM'],
    ['d:\\X', 'D:/x'],
  ])('of %j and %j is the same', (a, b) => {
    expect(toFoldedPath(a)).toBe(toFoldedPath(b));
  });

  it('of a name is the same with and without an extension behind a final sigma', () => {
    expect(toFoldedPath('/ΟΔΟΣ.mp4')).toBe(`${toFoldedPath('/οδος')}.mp4`);
  });

  it('keeps different names apart', () => {
    expect(toFoldedPath('/media/a_b')).not.toBe(toFoldedPath('/media/a b'));
    expect(toFoldedPath('/media/café')).not.toBe(toFoldedPath('/media/cafe'));
  });

  it('is its own folded form', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        const folded = toFoldedPath(path);
        expect(toFoldedPath(folded)).toBe(folded);
      }),
    );
  });

  it('is one for every letter of Unicode in upper and lower case', () => {
    const apart: string[] = [];
    for (let code = 0x21; code < 0x110000; code += 1) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const letter = `x${String.fromCodePoint(code)}`;
      if (letter.toUpperCase() === letter.toLowerCase().replace('x', 'X')) continue;
      const folded = toFoldedPath(letter);
      if (toFoldedPath(letter.toUpperCase()) !== folded || toFoldedPath(letter.toLowerCase()) !== folded)
        apart.push(code.toString(16));
    }
    expect(apart).toEqual([]);
  });

  it('is one for all paths whose comparable forms are one', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        expect(toFoldedPath(toComparablePath(path))).toBe(toFoldedPath(path));
      }),
    );
  });
});

describe('the segments', () => {
  it.each([
    ['/media/a/b.mp4', ['media', 'a', 'b.mp4']],
    ['d:\\media\\b.mp4', ['D:', 'media', 'b.mp4']],
    ['\\\\nas\\share\\b.mp4', ['nas', 'share', 'b.mp4']],
    ['a/b.mp4', ['a', 'b.mp4']],
    ['/', []],
    ['', []],
  ])('of %j are %j', (path, segments) => {
    expect(toSegments(path)).toEqual(segments);
  });

  it('hold no separator and are never empty', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        expect(toSegments(path).filter((segment) => segment === '' || /[\\/]/.test(segment))).toEqual([]);
      }),
    );
  });
});
