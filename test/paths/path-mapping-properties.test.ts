import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPlexPath, asStashPath } from '../../src/model/file-paths.ts';
import { createPathMapper } from '../../src/paths/create-path-mapper.ts';
import { toComparablePath } from '../../src/paths/normal-form.ts';
import { checkRoundTrip } from '../../src/paths/round-trip.ts';
import { tracePath } from '../../src/paths/trace-path.ts';
import { prefix, regex, toPathRules } from '../support/path-rules.ts';

const oddLetters = [
  'e\u0301',
  'é',
  ' ',
  '%',
  '_',
  '[',
  '\\',
  '$1',
  '${x}',
  '.',
  '\n',
  '\u1112\u1161\u11ab',
  '😀',
  'ß',
];

/** A POSIX name: any letters but a slash and NUL, and neither of the two names that mean a folder. */
const name = fc
  .array(
    fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), fc.constantFrom(...oddLetters)),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((letters) => letters.join('').replaceAll(/[/\0]/g, 'x'))
  .filter((text) => text !== '.' && text !== '..' && !/^\\+$/.test(text));

/** To regex rules a backslash is a slash. */
const slashless = name.map((text) => text.replaceAll('\\', 'x'));

const windowsName = name.map((text) => text.replaceAll(/[\\:]/g, 'x'));

const plainName = fc.stringMatching(/^[a-z]{1,6}$/);

function toWindowsPath(drive: string, names: readonly string[]): string {
  return [drive, ...names].join('\\');
}

describe('prefix rules', () => {
  it('bring every POSIX path back byte for byte', () => {
    const folders = fc.array(plainName, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(folders, folders, fc.array(name, { minLength: 1, maxLength: 5 }), (plex, stash, names) => {
        const [plexRoot, stashRoot] = [`/${plex.join('/')}`, `/${stash.join('/')}`];
        const mapper = createPathMapper(toPathRules(prefix('r', plexRoot, stashRoot)));
        const path = asStashPath(`${stashRoot}/${names.join('/')}`);
        const there = mapper.toPlexPath(path);
        expect(there).toEqual({ kind: 'MAPPED', path: `${plexRoot}/${names.join('/')}`, rule: 'r' });
        const back = there.kind === 'MAPPED' ? mapper.toStashPath(there.path) : there;
        expect(back).toEqual({ kind: 'MAPPED', path, rule: 'r' });
      }),
    );
  });

  it('bring every Windows path back through POSIX byte for byte', () => {
    fc.assert(
      fc.property(fc.array(windowsName, { minLength: 1, maxLength: 5 }), (names) => {
        const mapper = createPathMapper(toPathRules(prefix('r', '/media', 'D:\\Stash')));
        const path = asStashPath(toWindowsPath('D:\\Stash', names));
        const there = mapper.toPlexPath(path);
        expect(there).toMatchObject({ path: ['/media', ...names].join('/') });
        const back = there.kind === 'MAPPED' ? mapper.toStashPath(there.path) : there;
        expect(back).toMatchObject({ path });
      }),
    );
  });

  it('bring every POSIX path back through Windows in the same comparable form', () => {
    const rules = toPathRules(prefix('r', '\\\\nas\\share', '/data'));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
        expect(checkRoundTrip(rules, [asStashPath(`/data/${names.join('/')}`)]).survived).toBe(1);
      }),
    );
  });
});

describe('regex rules', () => {
  it('hand on what a group took from a POSIX path byte for byte', () => {
    const mapper = createPathMapper(toPathRules(regex('r', ['^/p/(?<x>.+)$', '/s/${x}'], 'none')));
    fc.assert(
      fc.property(fc.array(slashless, { minLength: 1, maxLength: 5 }), (names) => {
        const rest = names.join('/');
        fc.pre(!/^\p{M}/u.test(rest));
        expect(mapper.toStashPath(asPlexPath(`/p/${rest}`))).toMatchObject({ path: `/s/${rest}` });
      }),
    );
  });

  it('take the same first rule together as each would one by one', () => {
    const entries = [
      regex('one', ['^/a+/(?:x|y)*$', '/1'], 'none'),
      regex('two', ['^(?i)/A/[^x]*$', '/2'], 'none'),
      prefix('three', '/a/y', '/3'),
      regex('four', ['^/a/.*y$|^/b$', '/4'], 'none', { ignoreCase: true }),
    ];
    const together = createPathMapper(toPathRules(...entries));
    const alone = entries.map((entry) => createPathMapper(toPathRules(entry)));
    const path = fc
      .array(fc.constantFrom('/', 'a', 'x', 'y', 'A', 'Y', 'b'), { maxLength: 8 })
      .map((c) => c.join(''));
    fc.assert(
      fc.property(path, (text) => {
        const plex = asPlexPath(`/${text}`);
        const first = alone.map((mapper) => mapper.toStashPath(plex)).find(({ kind }) => kind === 'MAPPED');
        expect(together.toStashPath(plex)).toEqual(first ?? { kind: 'UNMAPPED' });
      }),
    );
  });
});

/** A rule of either kind between two folders, with what lies below them left as it is. */
function toFolderRule(index: number, isRegex: boolean): object {
  const [plex, stash] = [`/plex ${index}`, `/stash.${index}`];
  if (!isRegex) return prefix(`rule ${index}`, plex, stash);
  const escaped = stash.replace('.', '\\.');
  const toStash = [`^${plex}/(?<rest>.+)$`, `${stash}/\${rest}`] as const;
  return regex(`rule ${index}`, toStash, [`^${escaped}/(?<rest>.+)$`, `${plex}/\${rest}`]);
}

describe('a set of rules', () => {
  const kinds = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 });
  const names = fc
    .array(slashless, { minLength: 1, maxLength: 4 })
    .filter((below) => !/^\p{M}/u.test(below.join('/')));

  it('brings every path that it accepts back byte for byte, whichever rule takes it, and the check agrees', () => {
    fc.assert(
      fc.property(kinds, fc.nat(), names, (areRegex, at, below) => {
        const rules = toPathRules(...areRegex.map((isRegex, index) => toFolderRule(index, isRegex)));
        const mapper = createPathMapper(rules);
        const index = at % rules.length;
        const path = asStashPath(`/stash.${index}/${below.join('/')}`);
        const there = mapper.toPlexPath(path);
        expect(there).toMatchObject({ kind: 'MAPPED', rule: `rule ${index}` });
        const back = there.kind === 'MAPPED' ? mapper.toStashPath(there.path) : there;
        expect(back).toEqual({ kind: 'MAPPED', path, rule: `rule ${index}` });
        expect(checkRoundTrip(rules, [path])).toMatchObject({ survived: 1 });
      }),
    );
  });

  it('accepts nothing that lies beside its folders', () => {
    fc.assert(
      fc.property(kinds, names, plainName, (areRegex, below, folder) => {
        const mapper = createPathMapper(
          toPathRules(...areRegex.map((isRegex, n) => toFolderRule(n, isRegex))),
        );
        for (const root of [`/${folder}`, '/plex 0x', '/stash.0x', '/stashx0', '']) {
          const text = `${root}/${below.join('/')}`;
          expect(mapper.toStashPath(asPlexPath(text))).toEqual({ kind: 'UNMAPPED' });
          expect(mapper.toPlexPath(asStashPath(text))).toEqual({ kind: 'UNMAPPED' });
        }
      }),
    );
  });
});

describe('any rules and any path', () => {
  it('agree on the result in the mapper and in the trace', () => {
    const rules = toPathRules(
      prefix('p', '/media', 'D:\\x', { ignoreCase: true }),
      regex('r', ['^/(?<a>[^/]*)/(?<b>.*)$', '/${b}/${a}'], ['^/(?<b>.*)/(?<a>[^/]*)$', '/${a}/${b}']),
    );
    const mapper = createPathMapper(rules);
    const path = fc.array(fc.oneof(name, fc.constantFrom('/', '\\', '/media/', 'd:')), { maxLength: 8 });
    fc.assert(
      fc.property(path, (pieces) => {
        const text = pieces.join('');
        expect(tracePath(rules, text, 'TO_STASH').result).toEqual(mapper.toStashPath(asPlexPath(text)));
        expect(tracePath(rules, text, 'TO_PLEX').result).toEqual(mapper.toPlexPath(asStashPath(text)));
        expect(tracePath(rules, text, 'TO_PLEX').comparable).toBe(toComparablePath(text));
      }),
    );
  });
});
