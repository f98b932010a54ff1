import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePathRules } from '../../src/paths/parse-path-rules.ts';
import { prefix, regex } from '../support/path-rules.ts';

function problemsOf(...entries: readonly unknown[]): string[] {
  const reading = parsePathRules(entries);
  return reading.ok ? [] : reading.problems;
}

describe('path rules that can be used', () => {
  it('come out typed, with what was left out filled in', () => {
    const samples = [{ plex: '/p/a', stash: '/s/a' }];
    expect(
      parsePathRules([
        prefix(' main ', '/p', '/s', { samples }),
        regex('re', ['^/p/(?<x>.+)$', '/s/${x}'], 'none', { ignoreCase: true }),
      ]),
    ).toEqual({
      ok: true,
      rules: [
        { kind: 'PREFIX', name: 'main', plex: '/p', stash: '/s', ignoreCase: false, samples },
        {
          kind: 'REGEX',
          name: 're',
          toStash: { match: '^/p/(?<x>.+)$', replace: '/s/${x}' },
          toPlex: 'none',
          ignoreCase: true,
          samples: [],
        },
      ],
    });
  });

  it.each([undefined, null, []])('are none when nothing is configured (%j)', (value) => {
    expect(parsePathRules(value)).toEqual({ ok: true, rules: [] });
  });
});

describe('path rules that cannot be used', () => {
  it('are all reported at once, each with its place, what was expected and what came', () => {
    expect(
      problemsOf(
        prefix('a', 'media', '/s'),
        { name: 'b', plex: '/p', stahs: '/s' },
        prefix('a', '/x', '/y', { ignoreCase: 'yes' }),
        regex('c', ['/m/(.+)', '/s/$1'], ['^/s/(?<x>.+)$', 's/${y}']),
        7,
      ),
    ).toEqual([
      'rule 1 "a": plex: expected a whole path such as /media/x, D:\\media\\x or \\\\host\\share\\x, without . or .. in it, but got: "media"',
      'rule 2 "b": stash: expected text, but got: nothing',
      'rule 2 "b": expected only name, plex, stash, and if wanted ignoreCase and samples, but got: "stahs"',
      'rule 3 "a": ignoreCase: expected true or false, but got: "yes"',
      'rule 4 "c": toStash.match: expected a pattern anchored at both ends (^…$), so that it describes the whole path, but got: /m/(.+)',
      'rule 4 "c": toPlex.replace: expected a group of the pattern (x), but got: ${y}',
      'rule 4 "c": toPlex.replace: expected a replacement that is a whole path (/…, D:\\… or \\\\host\\…), but got: "s/${y}"',
      'rule 5: expected an object with either plex and stash (a prefix rule), or toStash and toPlex (a regex rule), but got: 7',
      'rule 3 "a": expected a name of its own, but got: the name of rule 1',
    ]);
  });

  it.each([
    [{ name: 'r' }, 'the keys ["name"]'],
    [{ name: 'r', plex: '/a', toStash: 'none' }, 'the keys ["name","plex","toStash"]'],
    [[], 'but got: []'],
    [null, 'but got: null'],
  ])('are refused when the keys of %j do not tell the kind', (entry, got) => {
    expect(problemsOf(entry)).toEqual([expect.stringContaining(got)]);
  });

  it.each([
    'media',
    './media',
    '../media',
    '\\media',
    'D:media',
    '',
    '/media/../x',
    '/a/./b',
    '/a\0b',
    '$HOME/x',
  ])('are refused for the folder %j, which is not a whole path', (folder) => {
    expect(problemsOf(prefix('r', folder, '/s'))).toHaveLength(1);
    expect(problemsOf(prefix('r', '/p', folder))).toHaveLength(1);
  });

  it.each([
    [{ match: '^/a$' }, 'toStash.replace: expected text, but got: nothing'],
    [
      { match: '^/a$', replace: '/b', flags: 'i' },
      "toStash: expected only an object with match and replace, or 'none'",
    ],
    ['nothing', 'toStash: expected an object with match and replace, or \'none\', but got: "nothing"'],
    [{ match: 5, replace: '/b' }, 'toStash.match: expected text, but got: 5'],
    [undefined, "toStash: expected an object with match and replace, or 'none', but got: nothing"],
  ])('are refused for the direction %j', (toStash, problem) => {
    expect(problemsOf({ name: 'r', toStash, toPlex: 'none' })).toEqual([expect.stringContaining(problem)]);
  });

  it('are refused when a rule has no direction at all', () => {
    expect(problemsOf(regex('r', 'none', 'none'))).toEqual([expect.stringContaining('never does anything')]);
  });

  it('are refused for a sample that is not a pair of whole paths', () => {
    expect(problemsOf(prefix('r', '/p', '/s', { samples: [{ plex: 'x.mp4', stash: '/s/x.mp4' }] }))).toEqual([
      expect.stringContaining('samples.0.plex: expected a whole path'),
    ]);
  });

  it('are refused as a whole when they are not a list', () => {
    expect(parsePathRules({ plex: '/a' })).toEqual({
      ok: false,
      problems: ['expected a list of path rules, but got: {"plex":"/a"}'],
    });
  });
});

describe('a pattern', () => {
  it.each([
    ['^(?=a)a$', 'is look-around'],
    ['^a(?!b)c$', 'is look-around'],
    ['^(?<=a)b$', 'is look-around'],
    ['^(?<!a)b$', 'is look-around'],
    ['^(a)\\1$', 'is a back-reference'],
    ['^(?<x>a)\\k<x>$', 'is a back-reference'],
    ['^(?P<x>a)(?P=x)$', 'is a back-reference'],
    ['^D:\\\\media$', 'write / instead'],
    ['/media/.*', 'anchored at both ends'],
    ['^/media/.*', 'anchored at both ends'],
    ['/media/.*$', 'anchored at both ends'],
    ['^/media/.*\\$', 'anchored at both ends'],
    ['^/a|/b$', 'anchored at both ends in each of its alternatives'],
    ['', 'text that is not empty'],
    ['^(a$', 'missing closing )'],
    ['^[z-a]$', 'invalid character class range'],
    ['^(?<x>a)(?<x>b)$', 'duplicate capture group name'],
    ['^(?>a)$', 'unsupported Perl syntax'],
    ['^a{2000}$', 'invalid repeat count'],
  ])('such as %j is refused and told why', (match, reason) => {
    const problems = problemsOf(regex('r', [match, '/s'], 'none'));
    expect(problems).toEqual([expect.stringContaining(reason)]);
  });

  it('that is too long, or multiplies too far, is refused and told why', () => {
    const long = `^${'a'.repeat(3000)}$`;
    const large = `^${'(.{0,100}a)'.repeat(60)}$`;
    expect(problemsOf(regex('r', [long, '/s'], [large, '/s']))).toEqual([
      'rule 1 "r": toStash.match: expected a pattern of at most 2000 characters, but got: 3002 characters',
      expect.stringMatching(
        /^rule 1 "r": toPlex.match: expected a pattern of at most 5000 steps, but got: \d+, use smaller/,
      ),
    ]);
  });

  it.each([
    '^/m/[(?=]$',
    '^/m/[^\\\\/]+$',
    '^/m/\\(\\?=\\)$',
    '(?i)^/m/.+$',
    '^(?i)/m/.+$',
    '\\A/m/.+\\z',
    '^/a$|^/b$',
    '^/(?:a|b)$',
    '^/m/[]x|]+$',
    '^/\\Q(?=\\E$',
    '^/m\\$$',
  ])('such as %j is accepted', (match) => {
    expect(problemsOf(regex('r', [match, '/s'], 'none'))).toEqual([]);
  });
});

describe('a replacement', () => {
  it.each([
    ['/s/${nobody}', '(x)', '${nobody}'],
    ['/s/$2', '(x)', '$2'],
    ['/s/\\g<y>', '(x)', '\\g<y>'],
    ['D:\\2024\\$1', '(x)', '\\2024; if this is a folder, write / before it instead of \\'],
  ])('%j that names an unknown group is refused', (replace, known, got) => {
    expect(problemsOf(regex('r', ['^/p/(?<x>.+)$', replace], 'none'))).toEqual([
      `rule 1 "r": toStash.replace: expected a group of the pattern ${known}, but got: ${got}`,
    ]);
  });

  it('is told that the pattern has only numbers, or nothing, to name', () => {
    expect(problemsOf(regex('r', ['^/(.)(.)$', '/$3'], 'none'))).toEqual([
      expect.stringContaining('(1 to 2)'),
    ]);
    expect(problemsOf(regex('r', ['^/.$', '/$1'], 'none'))).toEqual([
      expect.stringContaining('(it has none)'),
    ]);
  });
});

describe('hostile input', () => {
  it('never makes the parser throw', () => {
    const keys = fc.constantFrom(
      'name',
      'plex',
      'stash',
      'toStash',
      'toPlex',
      'match',
      'replace',
      'samples',
      '__proto__',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue(),
        fc.constantFrom('none', '/a', '^/(?<x>.*)$', '/${x}', '^(?'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(keys, tie('value')),
      ),
    }));
    fc.assert(
      fc.property(fc.oneof(value, fc.array(value), fc.anything()), (input) =>
        isReading(parsePathRules(input)),
      ),
    );
  });

  it('never makes a pattern or a replacement throw', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '(?',
      '<x>',
      '[',
      ']',
      '\\',
      '^',
      '$',
      '|',
      '*',
      '{1,9}',
      'a',
      '/',
      '${',
      '\\Q',
      '(?i',
    );
    const soup = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(soup, soup, (match, replace) =>
        isReading(parsePathRules([regex('r', [`^${match}$`, `/${replace}`], 'none')])),
      ),
    );
  });
});

function isReading(reading: ReturnType<typeof parsePathRules>): boolean {
  return reading.ok ? reading.rules.every(({ name }) => name !== '') : reading.problems.length > 0;
}
