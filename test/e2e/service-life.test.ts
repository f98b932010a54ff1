import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { moviesOf, talkTo } from '../support/provider-talk.ts';
import { runInProcess } from '../support/program-in-process.ts';
import { runProgramOnce, serveProgram } from '../support/program.ts';
import { PLEX_ROOT, SCAN_SETTINGS, filesOfStash, startScanWorld } from '../support/scan-world.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { until } from '../support/until.ts';

const NO_STASH = 'http://127.0.0.1:9';
const FREE = { HOST: '127.0.0.1', PORT: '0', ADMIN_PORT: '0' };

interface Ready {
  readonly status: string;
  readonly problems: readonly { readonly id: string }[];
  readonly catalog: { readonly kind: string; readonly seen?: number; readonly scenes?: number };
}

async function readReady(admin: string): Promise<Ready> {
  return (await (await fetch(`${admin}/health/ready`)).json()) as Ready;
}

describe('a service that cannot start', () => {
  it('says that another one works on its data folder, and leaves that one alone', async () => {
    await using world = await startScanWorld({ scenes: 20 });
    const DATA_DIR = world.service.dataDir;
    const second = await runProgramOnce(['serve'], { ...FREE, STASH_URL: world.stash.url, DATA_DIR });
    expect(second.code).toBe(78);
    expect(second.stderr).toContain(DATA_DIR);
    expect(second.stderr).toMatch(/another|in use/i);
    expect(second.stderr).not.toMatch(/\n +at /);
    using talk = talkTo(world.service.provider);
    expect(moviesOf(await talk.match({ filename: filesOfStash(world)[0]?.path }))).toHaveLength(1);
  });

  it('says that its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const PORT = String((taken.address() as AddressInfo).port);
    const end = await runInProcess(['serve'], {
      ...FREE,
      PORT,
      STASH_URL: NO_STASH,
      DATA_DIR: makeTempFolder(),
    });
    taken.close();
    expect(end.code).toBe(78);
    expect(end.stderr).toContain(`port ${PORT}`);
    expect(end.stderr).toContain('EADDRINUSE');
  });

  it('says that its data folder cannot be written', async () => {
    const DATA_DIR = '/dev/null/stash2plex';
    const end = await runInProcess(['serve'], { ...FREE, STASH_URL: NO_STASH, DATA_DIR });
    expect(end.code).toBe(78);
    expect(end.stderr).toContain(DATA_DIR);
    expect(end.stderr).not.toMatch(/\n +at /);
  });

  it('names the rule and the path of a sample that fails', async () => {
    const PATH_RULES = JSON.stringify([
      {
        name: 'by studio',
        toStash: { match: '^/media/(?<rest>.+)$', replace: '/data/${rest}' },
        toPlex: { match: '^/data/(?<rest>.+)$', replace: '/wrong/${rest}' },
        samples: [{ plex: '/media/Some Studio/x.mp4', stash: '/data/Some Studio/x.mp4' }],
      },
    ]);
    const settings = { ...FREE, PATH_RULES, STASH_URL: NO_STASH, DATA_DIR: makeTempFolder() };
    const end = await runInProcess(['serve'], settings);
    expect(end.code).toBe(78);
    expect(end.stderr).toContain('by studio');
    expect(end.stderr).toContain('/media/Some Studio/x.mp4');
    expect(end.stderr).toContain('/wrong/Some Studio/x.mp4');
  });

  it('names every wrong setting at once and masks secrets', async () => {
    const settings = {
      STASH_URL: 'not a url',
      PORT: 'many',
      MATCH_POLICY: 'maybe',
      CATALOG_FOLLOW_S: '1',
      PROVIDER_SECRET: 'no spaces or / slashes',
      PATH_RULES: '[{"name":"x","toStash":{"match":"(?=a)","replace":"b"}}]',
    };
    const end = await runInProcess(['serve'], settings);
    expect(end.code).toBe(78);
    for (const name of Object.keys(settings)) expect(end.stderr).toContain(name);
    expect(end.stderr).not.toContain('slashes');
    expect(end.stderr).not.toMatch(/\n +at /);
  });
});

describe('a service that is told to stop', () => {
  it('answers what it was asked before it ends with code 0', async () => {
    await using world = await startScanWorld({ scenes: 20, filled: false });
    const DATA_DIR = makeTempFolder();
    const settings = { ...SCAN_SETTINGS, STASH_URL: world.stash.url, DATA_DIR };
    await using program = await serveProgram({ settings });
    await until(async () => (await readReady(program.admin)).catalog.kind === 'COMPLETE');
    using talk = talkTo(program.provider);
    world.stash.faults.set({ kind: 'SLOW', ms: 1500 }, { operationName: 'ReadScenes' });
    const before = world.stash.counts().byOperation['ReadScenes'] ?? 0;
    const [scene] = world.library.scenes;
    const asked = talk.get(`/library/metadata/${scene?.id ?? 0}`);
    await until(() => (world.stash.counts().byOperation['ReadScenes'] ?? 0) > before);
    program.kill('SIGTERM');
    expect((await asked).status).toBe(200);
    expect(await program.ended()).toBe(0);
  });

  it('ends with code 0 although Stash hangs and somebody waits', async () => {
    await using world = await startScanWorld({ scenes: 20, filled: false });
    const settings = { ...SCAN_SETTINGS, STASH_URL: world.stash.url, DATA_DIR: makeTempFolder() };
    world.stash.faults.set({ kind: 'HANG' });
    await using program = await serveProgram({ settings: { ...settings, STASH_TIMEOUT_MS: '80000' } });
    using talk = talkTo(program.provider);
    const asked = talk.get('/library/metadata/1').catch(() => 'cut');
    await until(() => world.stash.counts().byOperation['ReadScenes'] === 1);
    program.kill('SIGTERM');
    expect(await program.ended()).toBe(0);
    expect(await asked).toBeDefined();
  });
});

describe('a service that is killed', () => {
  it('goes on with its pull where it was, and has every scene in the end', async () => {
    await using world = await startScanWorld({ scenes: 1500, filled: false });
    await world.service.stop();
    const { stash, library } = world;
    stash.faults.set({ kind: 'SLOW', ms: 150 }, { operationName: 'ListScenesAfter' });
    const settings = { ...SCAN_SETTINGS, STASH_URL: stash.url, DATA_DIR: makeTempFolder() };
    const killed = await serveProgram({ settings });
    await until(async () => ((await readReady(killed.admin)).catalog.seen ?? 0) > 0);
    killed.kill('SIGKILL');
    expect(await killed.ended()).toBe('SIGKILL');
    expect(killed.output()).not.toContain('the catalog is complete');
    stash.forgetRequests();
    stash.faults.clear();

    await using again = await serveProgram({ settings });
    await until(async () => (await readReady(again.admin)).catalog.kind === 'COMPLETE');
    expect((await readReady(again.admin)).catalog.scenes).toBe(library.scenes.length);
    expect(again.output()).not.toContain('damaged');
    const firstPage = stash.requests.find(
      (entry) => entry.kind === 'GRAPHQL' && entry.operationName === 'ListScenesAfter',
    );
    expect(firstPage?.kind === 'GRAPHQL' && Number(firstPage.variables['after'])).toBeGreaterThan(0);
    using talk = talkTo(again.provider);
    const files = library.scenes.flatMap(({ id, files: own }) =>
      own.slice(0, 1).map(({ path }) => ({ id, path })),
    );
    for (const { id, path } of [files[0], files[700], files.at(-1)].flatMap((file) => file ?? [])) {
      const answer = await talk.match({ filename: path.replace('/data', PLEX_ROOT) });
      expect(moviesOf(answer)).toMatchObject([{ ratingKey: String(id) }]);
    }
  });
});
