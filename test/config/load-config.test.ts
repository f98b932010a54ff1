import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { describeProblems } from '../../src/config/config-problem.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { yamlKeyOf } from '../../src/config/setting.ts';
import { SETTINGS } from '../../src/config/settings.ts';
import { toSettingsTable } from '../support/settings-table.ts';

const STASH = { STASH_URL: 'http://stash:9999' };

function fileWith(content: string, name = 'value'): string {
  const path = join(mkdtempSync(join(tmpdir(), 's2p-config-')), name);
  writeFileSync(path, content);
  return path;
}

function problemsOf(env: Record<string, string>): string {
  const loaded = loadConfig(env, false);
  return loaded.ok ? 'no problem' : describeProblems(loaded.problems);
}

function configOf(env: Record<string, string>) {
  const loaded = loadConfig(env, false);
  if (!loaded.ok) throw new Error(describeProblems(loaded.problems));
  return loaded.config;
}

describe('loadConfig', () => {
  it('needs nothing but the address of Stash', () => {
    const config = configOf(STASH);
    expect(config.stash).toMatchObject({ url: 'http://stash:9999', timeoutMs: 10_000, concurrency: 8 });
    expect(config.provider).toMatchObject({ port: 8080, id: 'tv.plex.agents.custom.stash2plex' });
    expect(config.admin).toMatchObject({ host: '127.0.0.1', port: 8081 });
    expect(config.metadata.fields).toMatchObject({ tags: true, collections: false, maxTags: 100 });
  });

  it('says what is expected when the address of Stash is missing', () => {
    expect(problemsOf({})).toContain(
      'STASH_URL: expected the address of Stash, e.g. http://stash:9999, but got nothing',
    );
  });

  it('does without Stash for commands that do not ask it', () => {
    expect(loadConfig({}, false, false).ok).toBe(true);
  });

  it('reports every problem at once', () => {
    const text = problemsOf({
      STASH_URL: 'stash:9999',
      PORT: '70000',
      MATCH_POLICY: 'guess',
      CATALOG_DIFF: 'often',
    });
    for (const name of ['STASH_URL', 'PORT', 'MATCH_POLICY', 'CATALOG_DIFF'])
      expect(text).toContain(`${name}: expected`);
    expect(text).toContain('4 problems');
  });

  it('never shows a secret, not even a wrong one', () => {
    const text = problemsOf({ ...STASH, PROVIDER_SECRET: 'hunter2/%' });
    expect(text).toContain('PROVIDER_SECRET: expected 8 to 128 letters');
    expect(text).not.toContain('hunter2');
    const config = configOf({ ...STASH, STASH_API_KEY: 'hunter2' });
    expect(JSON.stringify(config)).not.toContain('hunter2');
    expect(config.stash.apiKey?.reveal()).toBe('hunter2');
  });

  it('reads a secret from the file that NAME_FILE names', () => {
    const config = configOf({ ...STASH, STASH_API_KEY_FILE: fileWith('from-file\n') });
    expect(config.stash.apiKey?.reveal()).toBe('from-file');
  });

  it('names the file of NAME_FILE when it cannot be read', () => {
    expect(problemsOf({ ...STASH, ADMIN_TOKEN_FILE: '/nowhere/token' })).toContain('/nowhere/token (ENOENT)');
  });

  it('takes an empty variable as not set', () => {
    expect(configOf({ ...STASH, STASH_API_KEY: '', PORT: ' ' }).provider.port).toBe(8080);
  });

  it('prefers the environment to the file and the file to the default', () => {
    const CONFIG_FILE = fileWith('stashUrl: http://file:1\nport: 9000\nadminPort: 9001\n', 'config.yaml');
    const config = configOf({ CONFIG_FILE, PORT: '9500' });
    expect([config.stash.url, config.provider.port, config.admin.port]).toEqual([
      'http://file:1',
      9500,
      9001,
    ]);
  });

  it('names an unknown key of the file', () => {
    const CONFIG_FILE = fileWith('stashURL: http://file:1\n', 'config.yaml');
    expect(problemsOf({ ...STASH, CONFIG_FILE })).toContain('"stashURL"');
  });

  it('names the line where the file is not YAML', () => {
    const CONFIG_FILE = fileWith('port: 1\nfields: {tags: [}\n', 'config.yaml');
    expect(problemsOf({ ...STASH, CONFIG_FILE })).toContain('line 2');
  });

  it('reads field settings and path rules from the file', () => {
    const content =
      'fields: {tags: false, maxTags: 5}\npathRules:\n  - {name: main, plex: /media, stash: /data}\n';
    const config = configOf({ ...STASH, CONFIG_FILE: fileWith(content, 'config.yaml') });
    expect(config.metadata.fields).toMatchObject({ tags: false, maxTags: 5, studio: true });
    expect(config.pathRules.map((rule) => rule.name)).toEqual(['main']);
  });

  it('names the member of the field settings that is wrong', () => {
    expect(problemsOf({ ...STASH, FIELDS: '{maxTags: many}' })).toContain('maxTags');
  });

  it('refuses an address that carries credentials', () => {
    const text = problemsOf({ STASH_URL: 'http://user:pass@stash:9999' });
    expect(text).toContain('without user name or password');
  });

  it('refuses two listeners on one port', () => {
    expect(problemsOf({ ...STASH, PORT: '8081' })).toContain('ADMIN_PORT: expected another port than PORT');
  });

  it('never throws, whatever the environment holds', () => {
    const names = Object.values(SETTINGS).map((setting) => setting.name);
    const anyEnv = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' }));
    fc.assert(fc.property(anyEnv, (env) => typeof loadConfig(env, false).ok === 'boolean'));
  });

  it('reads the same from the environment and from a file, whatever the values', () => {
    const values = fc.record(
      {
        STASH_TIMEOUT_MS: fc.integer({ min: 0, max: 200_000 }),
        STASH_API_KEY: fc.string({ minLength: 1 }),
        PROVIDER_TITLE: fc.string({ minLength: 1 }),
        PUBLIC_URL: fc.oneof(fc.webUrl(), fc.string({ minLength: 1 })),
        MATCH_POLICY: fc.constantFrom('path', 'filename', 'LOOSE', 'none'),
        GAP_SCHEDULE: fc.constantFrom('hourly', 'manual', '30 4 * * *', '* *'),
        PLEX_LIBRARIES: fc.array(
          fc.string({ unit: fc.constantFrom('a', 'B', ',', ' ', 'ü', '#', ':', '-', '"') }),
        ),
        PATH_RULES: fc.constantFrom('/a=>/b', '[{"name":"x","plex":"/a","stash":"/b"}]', '/a'),
      },
      { requiredKeys: [] },
    );
    const reading = (env: Record<string, string>) => {
      const loaded = loadConfig({ ...STASH, ...env }, false);
      const key = loaded.ok ? loaded.config.stash.apiKey?.reveal() : undefined;
      return loaded.ok ? { ...loaded, key } : loaded.problems.map(({ expected }) => expected).sort();
    };
    fc.assert(
      fc.property(values, (settings) => {
        const given = Object.entries(settings).filter(([, value]) => String(value).trim() !== '');
        const inFile = Object.fromEntries(given.map(([name, value]) => [yamlKeyOf(name), value]));
        const inEnv = given.map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join(';') : String(value),
        ]);
        const CONFIG_FILE = fileWith(stringify(inFile), 'config.yaml');
        expect(reading({ CONFIG_FILE })).toEqual(
          reading(Object.fromEntries(inEnv) as Record<string, string>),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('reads any text as a configuration file without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (content) => {
        const CONFIG_FILE = fileWith(content, 'config.yaml');
        return typeof loadConfig({ ...STASH, CONFIG_FILE }, false).ok === 'boolean';
      }),
      { numRuns: 50 },
    );
  });
});

describe('the README', () => {
  it('lists every setting with its default and meaning', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(toSettingsTable());
  });
});
