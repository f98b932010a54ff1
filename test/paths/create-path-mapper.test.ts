import { describe, expect, it } from 'vitest';
import { asPlexPath, asStashPath } from '../../src/model/file-paths.ts';
import { InvalidPathRuleError } from '../../src/paths/compile-rules.ts';
import { createPathMapper, SAME_PATHS } from '../../src/paths/create-path-mapper.ts';
import { prefix, regex, toPathRules } from '../support/path-rules.ts';

function toStash(path: string, ...entries: readonly unknown[]): string | undefined {
  const mapping = createPathMapper(toPathRules(...entries)).toStashPath(asPlexPath(path));
  return mapping.kind === 'MAPPED' ? mapping.path : undefined;
}

function toPlex(path: string, ...entries: readonly unknown[]): string | undefined {
  const mapping = createPathMapper(toPathRules(...entries)).toPlexPath(asStashPath(path));
  return mapping.kind === 'MAPPED' ? mapping.path : undefined;
}

describe('a mapper without rules', () => {
  it('takes both sides to see the same paths', () => {
    const mapper = createPathMapper([]);
    expect(mapper.toStashPath(asPlexPath('/m/e\u0301\\x'))).toEqual({
      kind: 'MAPPED',
      path: '/m/e\u0301\\x',
      rule: SAME_PATHS,
    });
    expect(mapper.toPlexPath(asStashPath('D:\\x'))).toEqual({
      kind: 'MAPPED',
      path: 'D:\\x',
      rule: 'same paths',
    });
  });
});

describe('a prefix rule', () => {
  it.each([
    ['/media', '/data', '/media/a/b.mp4', '/data/a/b.mp4'],
    ['/media/', '/data/', '/media/a.mp4', '/data/a.mp4'],
    ['/media', '/data', '/media', '/data'],
    ['/media', '/data', '/media/a/', '/data/a/'],
    ['/media', '/data', '/media//a//b.mp4', '/data/a//b.mp4'],
    ['/', '/nas', '/a/b.mp4', '/nas/a/b.mp4'],
    ['/nas', '/', '/nas/b.mp4', '/b.mp4'],
    ['/nas', '/', '/nas', '/'],
    ['D:\\Media', '/data', 'D:\\Media\\a\\b.mp4', '/data/a/b.mp4'],
    ['D:\\Media', '/data', 'd:/Media/a/b.mp4', '/data/a/b.mp4'],
    ['d:/Media', '/data', 'D:\\Media\\a.mp4', '/data/a.mp4'],
    ['D:\\', '/data', 'D:\\a.mp4', '/data/a.mp4'],
    ['/media', 'D:\\', '/media', 'D:\\'],
    ['/media', 'D:\\', '/media/a/b.mp4', 'D:\\a\\b.mp4'],
    ['/media', 'D:/data', '/media/a/b.mp4', 'D:\\data\\a\\b.mp4'],
    ['\\\\nas\\share', '/data', '\\\\nas\\share\\a\\b.mp4', '/data/a/b.mp4'],
    ['\\\\nas\\share', '/data', '//nas/share/a/b.mp4', '/data/a/b.mp4'],
    ['/media', '\\\\nas\\share', '/media/a/b.mp4', '\\\\nas\\share\\a\\b.mp4'],
    ['/media', '//nas/share', '/media/a/b.mp4', '//nas/share/a/b.mp4'],
    ['/caf\u00e9', '/data', '/cafe\u0301/re\u0301.mp4', '/data/re\u0301.mp4'],
    ['/media', '/data', '/media/a\\b.mp4', '/data/a\\b.mp4'],
    ['/media', '/data', '/media/\\b.mp4', '/data/\\b.mp4'],
    ['/media', '/data', '/media/100% [x] $1 _.mp4', '/data/100% [x] $1 _.mp4'],
  ])('of %j and %j takes %j to %j', (plex, stash, from, to) => {
    expect(toStash(from, prefix('r', plex, stash))).toBe(to);
    expect(toPlex(from, prefix('r', stash, plex))).toBe(to);
  });

  it.each(['/media2/a.mp4', '/Media/a.mp4', '/a/media/b.mp4', 'media/a.mp4', '//media/a.mp4', ''])(
    'of /media leaves %j alone',
    (path) => {
      expect(toStash(path, prefix('r', '/media', '/data'))).toBeUndefined();
    },
  );

  it('of / leaves drives and hosts alone', () => {
    expect(toStash('D:\\a', prefix('r', '/', '/data'))).toBeUndefined();
    expect(toStash('\\\\nas\\share\\a', prefix('r', '/', '/data'))).toBeUndefined();
  });

  it('forgives letter case if told so, and keeps that of the rest', () => {
    const rule = prefix('r', '/Média/Straße', '/data', { ignoreCase: true });
    expect(toStash('/MÉDIA/STRASSE/A.mp4', rule)).toBe('/data/A.mp4');
    expect(toStash('/média/strasse2/A.mp4', rule)).toBeUndefined();
  });

  it('forgives the case of a drive letter always', () => {
    expect(toStash('e:\\media\\A.mp4', prefix('r', 'E:\\media', '/data'))).toBe('/data/A.mp4');
  });
});

describe('a regex rule', () => {
  const byStudio = regex(
    'by studio',
    ['^/media/(?<studio>[^/]+)/(?<year>\\d{4})/(?<rest>.+)$', '/data/${studio}/${year}-${rest}'],
    ['^/data/(?P<studio>[^/]+)/(?P<year>\\d{4})-(?P<rest>.+)$', '/media/\\g<studio>/\\2/$3'],
  );

  it('rewrites each direction by its own pattern', () => {
    expect(toStash('/media/Vixen/2024/a/x.mp4', byStudio)).toBe('/data/Vixen/2024-a/x.mp4');
    expect(toPlex('/data/Vixen/2024-a/x.mp4', byStudio)).toBe('/media/Vixen/2024/a/x.mp4');
  });

  it('leaves a path alone that its pattern does not describe as a whole', () => {
    expect(toStash('/media/Vixen/x.mp4', byStudio)).toBeUndefined();
    expect(toStash('/nas/media/Vixen/2024/x.mp4', byStudio)).toBeUndefined();
  });

  it.each(['${x}', '$1', '\\1', '$<x>', '\\g<x>', '${1}', '\\g<1>'])(
    'understands the reference %s',
    (reference) => {
      expect(toStash('/m/a', regex('r', ['^/m/(?<x>.+)$', `/d/${reference}!`], 'none'))).toBe('/d/a!');
    },
  );

  it('writes $$ as a dollar sign and copies a lone one', () => {
    expect(toStash('/m/a', regex('r', ['^/m/(.+)$', '/d/$$1-$x-$1'], 'none'))).toBe('/d/$1-$x-a');
  });

  it('does not read the captured text as a reference', () => {
    expect(toStash('/m/$1 ${x} \\1', regex('r', ['^/m/(?<x>.+)$', '/d/${x}'], 'none'))).toBe(
      '/d/$1 ${x} \\1',
    );
  });

  it('leaves a group empty that took no part', () => {
    expect(toStash('/m/a', regex('r', ['^/m/(a)(b)?$', '/d/$1-$2.mp4'], 'none'))).toBe('/d/a-.mp4');
  });

  it('sees Windows paths with forward slashes and writes the separators of the new path', () => {
    const rule = regex(
      'r',
      ['^d:/(?<lib>[^/]+)/(?<rest>.+)$', '/data/${lib}/${rest}'],
      ['^/data/(?<lib>[^/]+)/(?<rest>.+)$', 'D:\\${lib}\\${rest}'],
    );
    expect(toStash('d:\\Lib\\a\\b.mp4', rule)).toBe('/data/Lib/a/b.mp4');
    expect(toPlex('/data/Lib/a/b.mp4', rule)).toBe('D:\\Lib\\a\\b.mp4');
  });

  it('sees hosts as //host and writes them with backslashes if the replacement has them', () => {
    const rule = regex('r', ['^//nas/share/(.+)$', '/d/$1'], ['^/d/(.+)$', '\\\\nas\\c$\\$1']);
    expect(toStash('\\\\nas\\share\\a\\b.mp4', rule)).toBe('/d/a/b.mp4');
    expect(toPlex('/d/a/b.mp4', rule)).toBe('\\\\nas\\c$\\a\\b.mp4');
  });

  it('compares composed letters and hands on what was captured as it was given', () => {
    const rule = regex('r', ['^/café/(?<a>[^/]+)/(?<b>.+)$', '/d/${b}/${a}'], 'none');
    expect(toStash('/cafe\u0301/e\u0301//😀\\\u1112\u1161\u11ab/x.mp4/', rule)).toBe(
      '/d/😀\\\u1112\u1161\u11ab/x.mp4/e\u0301',
    );
  });

  it('hands on the composed letter where a group cuts into a decomposed one', () => {
    const rule = regex('r', ['^/(.)(.)$', '/d/$1-$2'], 'none');
    expect(toStash('/\u0061\u0323\u0323', rule)).toBe('/d/ạ-\u0323');
  });

  it('matches letters that its pattern spells decomposed', () => {
    expect(toStash('/caf\u00e9/x', regex('r', ['^/cafe\u0301/(.+)$', '/d/$1'], 'none'))).toBe('/d/x');
  });

  it('lets a dot stand for a line break, which file names may hold', () => {
    expect(toStash('/m/a\nb.mp4', regex('r', ['^/m/(.+)$', '/d/$1'], 'none'))).toBe('/d/a\nb.mp4');
  });

  it('tries each of several anchored alternatives', () => {
    const rule = regex('r', ['^/a/(.+)$|^/b/(.+)$', '/d/$1$2'], 'none');
    expect([toStash('/a/x', rule), toStash('/b/y', rule), toStash('/c/z', rule)]).toEqual([
      '/d/x',
      '/d/y',
      undefined,
    ]);
  });

  it('forgives letter case only if told so', () => {
    const rewrite = ['^/media/(.+)$', '/d/$1'] as const;
    expect(toStash('/MEDIA/X', regex('r', rewrite, 'none'))).toBeUndefined();
    expect(toStash('/MEDIA/X', regex('r', rewrite, 'none', { ignoreCase: true }))).toBe('/d/X');
  });

  it('has no way to Plex when it says none', () => {
    expect(toPlex('/d/x', regex('r', ['^/m/(.+)$', '/d/$1'], 'none'))).toBeUndefined();
  });
});

describe('a list of rules', () => {
  it('lets the first rule win that matches, prefix or regex', () => {
    const rules = toPathRules(
      regex('first', ['^/media/x/(.+)$', '/one/$1'], 'none'),
      prefix('second', '/media', '/two'),
      regex('third', ['^/(.+)$', '/three/$1'], 'none'),
      prefix('fourth', '/', '/four'),
    );
    const mapper = createPathMapper(rules);
    expect(mapper.toStashPath(asPlexPath('/media/x/a'))).toEqual({
      kind: 'MAPPED',
      path: '/one/a',
      rule: 'first',
    });
    expect(mapper.toStashPath(asPlexPath('/media/y/a'))).toEqual({
      kind: 'MAPPED',
      path: '/two/y/a',
      rule: 'second',
    });
    expect(mapper.toStashPath(asPlexPath('/else'))).toEqual({
      kind: 'MAPPED',
      path: '/three/else',
      rule: 'third',
    });
    expect(mapper.toStashPath(asPlexPath('D:\\x'))).toEqual({ kind: 'UNMAPPED' });
  });

  it('tells of every hit with its direction, and of no miss', () => {
    const hits: string[] = [];
    const mapper = createPathMapper(toPathRules(prefix('r', '/p', '/s')), {
      onHit: (rule, direction) => hits.push(`${rule} ${direction}`),
    });
    mapper.toStashPath(asPlexPath('/p/a'));
    mapper.toPlexPath(asStashPath('/s/a'));
    mapper.toPlexPath(asStashPath('/nowhere'));
    expect(hits).toEqual(['r TO_STASH', 'r TO_PLEX']);
  });

  it('is refused when a rule was never parsed and cannot run', () => {
    const toStash = { match: '^/(a$', replace: '/x' };
    const rule = {
      kind: 'REGEX',
      name: 'r',
      ignoreCase: false,
      samples: [],
      toStash,
      toPlex: 'none',
    } as const;
    expect(() => createPathMapper([rule])).toThrow(InvalidPathRuleError);
  });
});
