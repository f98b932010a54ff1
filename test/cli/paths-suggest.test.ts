import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { asStashPath } from '../../src/model/file-paths.ts';
import { recordScene } from '../../src/store/record-scene.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { runInProcess } from '../support/program-in-process.ts';
import { sampleFile, sampleScene } from '../support/sample-scene.ts';

const NAMES = ['velvet river garden one', 'silver window letter two', 'copper winter meadow three'];

interface World {
  readonly folder: string;
  readonly config: string;
  readonly list: string;
}

/** A catalog with three files, a list of the same files as Plex has them, and room for a configuration file. */
function makeWorld({ size = 1000, name = (text: string) => text } = {}): World {
  const { folder, database, close } = openTestStore();
  for (const [place, text] of NAMES.entries()) {
    const file = { ...sampleFile(`f${place}`, `/data/${text}.mp4`), path: asStashPath(`/data/${text}.mp4`) };
    recordScene(database, sampleScene(place + 1, { files: [file] }), 1);
  }
  close();
  const list = join(folder, 'plex.txt');
  writeFileSync(list, `\uFEFF${NAMES.map((text) => `/media/x/${name(text)}.mp4\t${size}\r\n`).join('')}\r\n`);
  return { folder, list, config: join(folder, 'config.yaml') };
}

const suggest = (world: World, args: readonly string[], settings: Record<string, string> = {}) =>
  runInProcess(['paths', 'suggest', ...args], { DATA_DIR: world.folder, ...settings });

describe('paths suggest', () => {
  it('shows the rules in a table and as YAML to paste', async () => {
    const world = makeWorld();
    const { code, stdout } = await suggest(world, ['--plex-files', world.list]);
    expect(code).toBe(0);
    expect(stdout).toContain('3 are certainly the same, 3 of those are mapped');
    expect(stdout).toMatch(/^x +3 +3 +0 /m);
    expect(stdout).toContain('pathRules:\n  - name: x\n    plex: /media/x\n    stash: /data');
  });

  it('prints all of it as JSON', async () => {
    const world = makeWorld();
    const { stdout } = await suggest(world, ['--plex-files', world.list, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'RULES',
      rules: [{ rule: { plex: '/media/x', stash: '/data' }, covered: 3, wrong: 0 }],
    });
  });

  it('takes the sizes of the catalog into account', async () => {
    const world = makeWorld({ size: 999 });
    const { code, stdout } = await suggest(world, ['--plex-files', world.list]);
    expect(code).toBe(1);
    expect(stdout).toContain('No rule can be proposed.');
  });

  it('writes the rules where CONFIG_FILE says, keeps all else and a backup, and shows the change', async () => {
    const world = makeWorld();
    const before = '# mine\nstashUrl: http://stash:9999 # here\nstashApiKey: hush\n';
    writeFileSync(world.config, before);
    const { code, stderr } = await suggest(world, ['--plex-files', world.list, '--write'], {
      CONFIG_FILE: world.config,
    });
    expect(code).toBe(0);
    const after = readFileSync(world.config, 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(readFileSync(`${world.config}.bak`, 'utf8')).toBe(before);
    expect(stderr).toContain('+pathRules:');
    expect(stderr).not.toContain('hush');
    const loaded = loadConfig({ CONFIG_FILE: world.config }, false);
    expect(loaded).toMatchObject({ ok: true, config: { pathRules: [{ plex: '/media/x', stash: '/data' }] } });
  });

  it('changes nothing when it is run again', async () => {
    const world = makeWorld();
    const args = ['--plex-files', world.list, '--write', world.config];
    await suggest(world, args);
    const after = readFileSync(world.config, 'utf8');
    const { stderr } = await suggest(world, args);
    expect(stderr).toContain('holds these rules already');
    expect(readFileSync(world.config, 'utf8')).toBe(after);
    expect(existsSync(`${world.config}.bak`)).toBe(false);
  });

  it('creates the file that CONFIG_FILE names', async () => {
    const world = makeWorld();
    const { code } = await suggest(world, ['--plex-files', world.list, '--write'], {
      CONFIG_FILE: world.config,
    });
    expect(code).toBe(0);
    expect(readFileSync(world.config, 'utf8')).toContain('plex: /media/x');
  });

  it('leaves other rules alone unless told to replace them', async () => {
    const world = makeWorld();
    const other = 'pathRules:\n  - { name: own, plex: /a, stash: /b }\n';
    writeFileSync(world.config, other);
    const args = ['--plex-files', world.list, '--write', world.config];
    const refused = await suggest(world, args);
    expect(refused).toMatchObject({ code: 78, stderr: expect.stringContaining('--replace') as string });
    expect(readFileSync(world.config, 'utf8')).toBe(other);
    const replaced = await suggest(world, [...args, '--replace']);
    expect(replaced.code).toBe(0);
    expect(replaced.stderr).toContain('-  - { name: own, plex: /a, stash: /b }');
    expect(readFileSync(`${world.config}.bak`, 'utf8')).toBe(other);
  });

  it('says that rules in the environment go before those in the file', async () => {
    const world = makeWorld();
    const args = ['--plex-files', world.list, '--write', world.config];
    const { stderr } = await suggest(world, args, { PATH_RULES: '/q=>/r' });
    expect(stderr).toContain('PATH_RULES is set');
  });

  it('refuses to write into what is not a mapping of settings', async () => {
    const world = makeWorld();
    writeFileSync(world.config, '- a list\n');
    const { code } = await suggest(world, ['--plex-files', world.list, '--write', world.config]);
    expect(code).toBe(78);
    expect(readFileSync(world.config, 'utf8')).toBe('- a list\n');
  });

  it('goes by folder names when only roots are known, and says that nothing was tried', async () => {
    const world = makeWorld();
    const { code, stdout } = await suggest(world, ['--roots', '/plex/data; /plex/other']);
    expect(code).toBe(0);
    expect(stdout).toContain('plex: /plex/data\n    stash: /data');
    expect(stdout).toContain('not tried on files');
  });

  it('says what it needs when nothing of Plex is known', async () => {
    const { code, stderr } = await suggest(makeWorld(), []);
    expect(code).toBe(78);
    expect(stderr).toContain('--plex-files');
  });

  it.each([
    ['relative/path.mp4', 'line 1: expected a full path'],
    ['/media/x.mp4\tbig', 'line 1: expected a full path'],
  ])('names the line of the list that cannot be read: %s', async (line, message) => {
    const world = makeWorld();
    writeFileSync(world.list, line);
    const { code, stderr } = await suggest(world, ['--plex-files', world.list]);
    expect(code).toBe(78);
    expect(stderr).toContain(message);
  });

  it('says that the list is missing', async () => {
    const world = makeWorld();
    const { code, stderr } = await suggest(world, ['--plex-files', join(world.folder, 'none.txt')]);
    expect(code).toBe(78);
    expect(stderr).toContain('ENOENT');
  });
});
