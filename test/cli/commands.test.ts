import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startStashSimulator } from '../../simulators/stash/start-stash-simulator.ts';
import { runInProcess } from '../support/program-in-process.ts';
import { type ProgramEnd, runProgramOnce } from '../support/program.ts';
import { PLEX_ROOT, SCAN_SETTINGS, filesOfStash, startScanWorld } from '../support/scan-world.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const world = await startScanWorld({ scenes: 60 });
const { stash, library, service } = world;
await service.stop();
afterAll(() => world[Symbol.asyncDispose]());

/** Nothing listens there, so that no service that happens to run is asked instead. */
const NO_SERVICE = { ADMIN_PORT: '9' };
const settings = { ...SCAN_SETTINGS, ...NO_SERVICE, STASH_URL: stash.url, DATA_DIR: service.dataDir };
const DEAD = 'http://127.0.0.1:9';

const run = (...args: string[]) => runInProcess(args, settings);
const runAlone = (...args: string[]) => runProgramOnce(args, settings);
const [known] = filesOfStash(world);

describe('stash2plex', () => {
  it('lists its commands for --help, and its version for --version', async () => {
    const [help, version] = await Promise.all([runProgramOnce(['--help']), runProgramOnce(['--version'])]);
    expect(help.code).toBe(0);
    for (const name of ['serve', 'match', 'paths', 'catalog', 'schema']) expect(help.stdout).toContain(name);
    expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string });
  });

  it('explains every command for --help, without any settings', async () => {
    const commands = [['serve'], ['match'], ['paths', 'test'], ['catalog', 'refresh'], ['schema', 'check']];
    const ends: ProgramEnd[] = [];
    for (const command of commands) ends.push(await runInProcess([...command, '--help']));
    expect(ends.map(({ code }) => code)).toEqual(commands.map(() => 0));
    for (const { stdout } of ends) expect(stdout).toMatch(/^Usage: stash2plex /);
  });

  it.each([
    ['a command that does not exist', ['frobnicate'], 'frobnicate'],
    ['a part of a command that does not exist', ['paths', 'frobnicate'], 'frobnicate'],
    ['an option that does not exist', ['match', 'x.mp4', '--frobnicate'], '--frobnicate'],
    ['a missing argument', ['match'], 'file name'],
  ])('ends with 78 for %s', async (_what, args, named) => {
    const end = await runInProcess(args);
    expect(end.code).toBe(78);
    expect(end.stdout).toBe('');
    expect(end.stderr).toContain(named);
    expect(end.stderr).not.toMatch(/\n +at /);
  });

  it('ends with 78 and names STASH_URL where that is needed and missing', async () => {
    const end = await runInProcess(['match', 'x.mp4'], { DATA_DIR: service.dataDir });
    expect(end.code).toBe(78);
    expect(end.stderr).toContain('STASH_URL');
  });
});

describe('match', () => {
  it('explains a match step by step and ends with 0', async () => {
    const { code, stdout } = await runAlone('match', known?.path ?? '');
    expect(code).toBe(0);
    expect(stdout).toContain(`MATCHED with scene ${known?.sceneId} by PATH`);
    for (const step of ['FORMS', 'PATHS', 'POLICY']) expect(stdout).toContain(step);
  });

  it('prints the explanation as JSON for --json', async () => {
    const { code, stdout } = await run('match', known?.path ?? '', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      fileName: known?.path,
      outcome: { kind: 'MATCHED', sceneId: known?.sceneId },
    });
  });

  it('says why there is none and ends with 1', async () => {
    const { code, stdout } = await runAlone('match', 'Nowhere/To Be Found.mp4');
    expect(code).toBe(1);
    expect(stdout).toContain('MISSED: NOT_IN_STASH');
  });

  it('ends with 69 when it cannot be known', async () => {
    const away = { ...settings, STASH_URL: DEAD };
    const { code, stdout } = await runInProcess(['match', 'Nowhere/To Be Found.mp4'], away);
    expect(code).toBe(69);
    expect(stdout).toContain('UNKNOWN: STASH_UNREACHABLE');
  });

  it('refuses a name that climbs out of its library', async () => {
    const { code, stderr } = await run('match', '../../etc/passwd');
    expect(code).toBe(1);
    expect(stderr).toContain('filename');
  });
});

describe('paths test', () => {
  it('shows what the rules make of a path, and that it comes back', async () => {
    const { code, stdout } = await run('paths', 'test', `${PLEX_ROOT}/Some Studio/x.mp4`);
    expect(code).toBe(0);
    expect(stdout).toContain('/data/Some Studio/x.mp4');
    expect(stdout).toContain('the same file');
  });

  it('ends with 1 for a path that no rule covers', async () => {
    const { code, stdout } = await run('paths', 'test', '/elsewhere/x.mp4', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { result: { kind: 'UNMAPPED' } },
      { result: { kind: 'UNMAPPED' } },
    ]);
  });

  it('needs no Stash, no database and no network', async () => {
    const { PATH_RULES } = SCAN_SETTINGS;
    const { code } = await runInProcess(['paths', 'test', `${PLEX_ROOT}/x.mp4`], { PATH_RULES });
    expect(code).toBe(0);
  });
});

describe('paths check', () => {
  it('takes every path of the catalog there and back', async () => {
    const { code, stdout } = await run('paths', 'check', '--json');
    const total = library.scenes.flatMap(({ files }) => files).length;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ total, survived: total, failed: 0, uncovered: 0 });
  });

  it('ends with 1 and gives examples when paths are lost', async () => {
    const PATH_RULES = '/media/adult/nothing=>/data/nothing';
    const { code, stdout } = await runInProcess(['paths', 'check'], { ...settings, PATH_RULES });
    expect(code).toBe(1);
    expect(stdout).toMatch(/covered by no rule/i);
    expect(stdout).toContain('/data/');
  });

  it('ends with 78 where there is no database yet', async () => {
    const { code, stderr } = await runInProcess(['paths', 'check'], {
      ...settings,
      DATA_DIR: makeTempFolder(),
    });
    expect(code).toBe(78);
    expect(stderr).not.toMatch(/\n +at /);
  });
});

describe('catalog refresh', () => {
  it('fills an empty catalog, and finds what changed afterwards', async () => {
    const own = { ...settings, DATA_DIR: makeTempFolder() };
    const first = await runProgramOnce(['catalog', 'refresh', '--json'], own);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({ scenes: library.scenes.length });
    const { id } = library.addScene({ paths: ['/data/added/later.mp4'] });
    const second = await runInProcess(['catalog', 'refresh'], own);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain(String(library.scenes.length));
    library.deleteScene(id);
  });

  it('ends with 69 when Stash cannot be reached', async () => {
    const away = { ...settings, STASH_URL: DEAD, DATA_DIR: makeTempFolder() };
    const { code, stderr } = await runInProcess(['catalog', 'refresh'], away);
    expect(code).toBe(69);
    expect(stderr).toContain('Stash');
  });
});

describe('schema check', () => {
  const sdl = readFileSync(new URL('../../schema/stash.graphql', import.meta.url), 'utf8');

  it('ends with 0 against a Stash that we know', async () => {
    const { code, stdout } = await run('schema', 'check');
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing breaks.');
  });

  it('ends with 1 against a Stash that lacks a field, and names field, type, operation and file', async () => {
    const schemaSdl = sdl.replace(/(type Performer \{[^}]*?)\n {2}disambiguation: String\n/, '$1\n');
    expect(schemaSdl).not.toBe(sdl);
    await using other = await startStashSimulator({ library, schemaSdl });
    const { code, stdout } = await run('schema', 'check', '--from', other.url);
    expect(code).toBe(1);
    expect(stdout).toContain('Performer.disambiguation');
    expect(stdout).toMatch(/operations\/[a-z/-]+\.graphql/);
    const json = await run('schema', 'check', '--json', '--from', other.url);
    expect(json.code).toBe(1);
    expect((JSON.parse(json.stdout) as { findings: object[] }).findings[0]).toMatchObject({
      type: 'Performer',
      field: 'disambiguation',
      operation: expect.stringMatching(/\w/) as string,
      file: expect.stringMatching(/\.graphql$/) as string,
    });
  });

  it('ends with 69 against an address where nothing answers', async () => {
    const { code, stderr } = await run('schema', 'check', '--from', DEAD);
    expect(code).toBe(69);
    expect(stderr).toContain('Stash');
  });

  it('ends with 1 for a file that is no schema', async () => {
    const file = join(makeTempFolder(), 'nonsense.json');
    writeFileSync(file, '{"data": 7}');
    const { code, stderr } = await run('schema', 'check', '--from', file);
    expect(code).toBe(1);
    expect(stderr).toContain('nonsense.json');
  });
});

describe('schema pull', () => {
  const folder = new URL('../../schema/', import.meta.url).pathname;
  const snapshot = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => [name, statSync(join(folder, name)).mtimeMs, readFileSync(join(folder, name), 'utf8')]);

  it('writes nothing when it gets no schema', async () => {
    const before = snapshot();
    const file = join(makeTempFolder(), 'nonsense.json');
    writeFileSync(file, '{"data": 7}');
    const dead = await run('schema', 'pull', '--from', DEAD);
    const nonsense = await run('schema', 'pull', '--from', file);
    expect([dead.code, nonsense.code]).toEqual([69, 1]);
    expect(snapshot()).toEqual(before);
  });
});
