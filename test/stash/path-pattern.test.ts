import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { buildPathPattern, escapeForRe2 } from '../../src/stash/path-pattern.ts';

const finds = (pattern: string, path: string) => RE2JS.compile(pattern).matcher(path).find();

const char = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }),
  fc.constantFrom(
    ...Array.from('.*+?()[]{}|^$-_%#&~!@ \\Eé'),
    '\n',
    '\t',
    '\u0000',
    '\u0085',
    'e\u0301',
    '👩‍👩‍👧',
    '\u202e',
  ),
);
const segment = fc
  .array(char, { minLength: 1, maxLength: 8 })
  .map((chars) => chars.join('').replaceAll('/', ''))
  .filter((text) => text !== '' && text.isWellFormed());
const suffix = fc.array(segment, { minLength: 1, maxLength: 3 });

describe('escaping for RE2', () => {
  it('makes a pattern that matches the text itself and nothing else', () => {
    fc.assert(
      fc.property(segment, segment, (text, other) => {
        const pattern = `^${escapeForRe2(text)}$`;
        expect(finds(pattern, text)).toBe(true);
        expect(finds(pattern, other)).toBe(text === other);
      }),
    );
  });

  it('writes brackets and dots as the recorded exchange with a real Stash does', () => {
    expect(`^${escapeForRe2('/library/a(b)[c]/regex special.mp4')}$`).toBe(
      '^\\/library\\/a\\(b\\)\\[c\\]\\/regex special\\.mp4$',
    );
  });
});

describe('a path pattern', () => {
  it('finds every path that ends in one of the suffixes, with either separator', () => {
    fc.assert(
      fc.property(
        fc.array(suffix, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        suffix,
        fc.boolean(),
        (suffixes, n, before, windows) => {
          const chosen = suffixes[n % suffixes.length] ?? [];
          const separator = windows ? '\\' : '/';
          const pattern = buildPathPattern(suffixes);
          expect(finds(pattern, ['', ...before, ...chosen].join(separator))).toBe(true);
          expect(finds(pattern, chosen.join(separator))).toBe(true);
        },
      ),
    );
  });

  it('finds no path that ends otherwise', () => {
    fc.assert(
      fc.property(suffix, segment, (segments, more) => {
        const pattern = buildPathPattern([segments]);
        const path = `/media/${segments.join('/')}`;
        expect(finds(pattern, `${path}${more}`)).toBe(finds(pattern, more) && /[\\]/.test(more));
        fc.pre(!/[\\]$/.test(more));
        expect(finds(pattern, `/media/${more}${segments.join('/')}`)).toBe(false);
      }),
    );
  });

  it('asks for composed and decomposed forms of a name', () => {
    const pattern = buildPathPattern([['caf\u00e9', 'e\u0301t\u00e9.mp4']]);
    expect(finds(pattern, '/x/cafe\u0301/e\u0301te\u0301.mp4')).toBe(true);
    expect(finds(pattern, '/x/caf\u00e9/\u00e9t\u00e9.mp4')).toBe(true);
    expect(finds(pattern, '/x/caf\u00e9/e\u0301t\u00e9.mp4')).toBe(true);
    expect(finds(pattern, '/x/cafe/ete.mp4')).toBe(false);
  });

  it('respects case and whole segments', () => {
    const pattern = buildPathPattern([['loud.mp4']]);
    expect([
      finds(pattern, '/a/LOUD.MP4'),
      finds(pattern, '/a/too loud.mp4'),
      finds(pattern, '/a/loud.mp4\n'),
    ]).toEqual([false, false, false]);
  });

  it.each([[[]], [[[]]], [[['a', '']]], [Array.from({ length: 21 }, () => ['a'])]])(
    'is not built from %j',
    (suffixes) => {
      expect(() => buildPathPattern(suffixes)).toThrow(/^expected/);
    },
  );

  const library = fileURLToPath(
    new URL('../../../shared/stash-recordings/v0.30.1/scenes-all-light.json', import.meta.url),
  );
  it.runIf(existsSync(library))('finds exactly the right files of a recorded library', () => {
    const paths = listPaths(JSON.parse(readFileSync(library, 'utf8')));
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) {
      const segments = path.split('/').slice(-2);
      const ending = `/${segments.join('/')}`.normalize('NFC');
      const pattern = RE2JS.compile(buildPathPattern([segments]));
      const expected = paths.filter((other) => other.normalize('NFC').endsWith(ending));
      expect(paths.filter((other) => pattern.matcher(other).find())).toEqual(expected);
    }
  });
});

function listPaths(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'path' in value && typeof value.path === 'string' && value.path.startsWith('/library/')
      ? [value.path]
      : [];
  return [...own, ...Object.values(value).flatMap(listPaths)];
}
