import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeProblems } from '../../src/config/config-problem.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const STASH = { STASH_URL: 'http://stash:9999' };

function problemsOf(env: Readonly<Record<string, string>>): string {
  const loaded = loadConfig({ ...STASH, ...env }, false);
  return loaded.ok ? 'no problem' : describeProblems(loaded.problems);
}

function problemsOfFile(content: string | Buffer): string {
  const CONFIG_FILE = join(makeTempFolder(), 'config.yaml');
  writeFileSync(CONFIG_FILE, content);
  return problemsOf({ CONFIG_FILE });
}

/** Each line repeats the one before nine times: ten of them are three and a half thousand million words. */
const BOMB = Array.from({ length: 10 }, (_, n) => {
  const inner = n === 0 ? 'x' : `*a${n - 1}`;
  return `k${n}: &a${n} [${Array(9).fill(inner).join(', ')}]`;
}).join('\n');

const FILES: readonly (readonly [string, string | Buffer, RegExp])[] = [
  ['aliases that multiply each other', BOMB, /CONFIG_FILE: expected YAML whose aliases end/],
  ['a list that holds itself', 'plexLibraries: &a [*a]', /CONFIG_FILE: expected YAML whose aliases end/],
  [
    'a mapping that holds itself',
    'fields: &a { studio: *a }',
    /CONFIG_FILE: expected YAML whose aliases end/,
  ],
  ['rules that hold themselves', 'pathRules: &a [*a]', /CONFIG_FILE: expected YAML whose aliases end/],
  ['five thousand brackets', `port: ${'['.repeat(5_000)}`, /CONFIG_FILE: expected valid YAML/],
  ['a set', '!!set { port, host }', /CONFIG_FILE: expected a mapping of settings/],
  ['an ordered map', '!!omap [port: 1]', /CONFIG_FILE: expected a mapping of settings/],
  ['two documents', 'port: 1\n---\nport: 2', /CONFIG_FILE: expected valid YAML/],
  ['one setting twice', 'port: 1\nport: 2', /CONFIG_FILE: expected valid YAML/],
  ['a key that is a list', '? [a, b]\n: c', /expected a known setting/],
  ['the prototype of all objects', '__proto__: { port: 1 }', /__proto__: expected a known setting/],
  [
    'names that all objects have',
    'constructor: 1\ntoString: 2',
    /constructor: expected[\s\S]*toString: expected/,
  ],
  ['fields of the prototype', 'fields: { __proto__: { title: false } }', /fields: expected field settings/],
  ['a number beyond all bounds', `port: ${'9'.repeat(100_000)}`, /port: expected a whole number/],
  ['a number that is none', 'port: .nan', /port: expected a whole number/],
  ['a tag that runs code elsewhere', 'port: !!js/function "function(){}"', /port: expected a whole number/],
  ['NULs', 'port: "\\0\\0"', /port: expected a whole number/],
  [
    'bytes that are no text',
    Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * 97) % 256)),
    /CONFIG_FILE/,
  ],
];

describe('a configuration file', () => {
  it.each(FILES)('with %s is refused in a sentence', (_what, content, expected) => {
    const problems = problemsOfFile(content);
    expect(problems).toMatch(expected);
    expect(problems.length).toBeLessThan(2_000);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('with a title of five megabytes is read', () => {
    expect(problemsOfFile(`providerTitle: ${'x'.repeat(5_000_000)}`)).toBe('no problem');
  });
});

const HUGE = 'x'.repeat(5_000_000);

describe('an environment', () => {
  it.each(['PORT', 'PROVIDER_ID', 'PATH_RULES', 'FIELDS', 'GAP_SCHEDULE', 'MATCH_POLICY', 'PUBLIC_URL'])(
    'with five megabytes in %s is refused in a sentence',
    (name) => {
      const problems = problemsOf({ [name]: HUGE });
      expect(problems).toContain(`${name}: expected`);
      expect(problems.length).toBeLessThan(2_000);
    },
  );

  it.each([
    ['FIELDS', BOMB],
    ['FIELDS', '&a { includeTags: *a }'],
    ['FIELDS', '{ __proto__: { title: false } }'],
    ['PATH_RULES', BOMB.replaceAll(/^k\d+: /gm, '- ')],
    ['PATH_RULES', '&a [*a]'],
    ['PATH_RULES', '- &a { name: x, plex: *a, stash: /b }'],
    ['PATH_RULES', '[{"__proto__":{"name":"x","plex":"/a","stash":"/b"}}]'],
  ])('with YAML in %s that turns on its reader is refused in a sentence', (name, text) => {
    const problems = problemsOf({ [name]: text });
    expect(problems).toContain(`${name}: expected`);
    expect(problems.length).toBeLessThan(2_000);
  });

  it.each(['STASH_API_KEY', 'PLEX_TOKEN', 'ADMIN_TOKEN'])(
    'with a %s that no header can hold is refused, and the key shown to nobody',
    (name) => {
      for (const value of ['hunter2\r\nX-Evil: 1', 'hunter2 hunter3', 'hunter2 ü', 'hunter2\0']) {
        const problems = problemsOf({ [name]: value });
        expect(problems).toContain(`${name}: expected visible ASCII`);
        expect(problems).not.toContain('hunter');
      }
    },
  );

  it('whose names are those of all objects changes nothing', () => {
    const env = JSON.parse('{"__proto__":{"PORT":"1"},"constructor":"x","PORT_FILE":""}') as Record<
      string,
      string
    >;
    expect(problemsOf(env)).toBe('no problem');
  });
});
