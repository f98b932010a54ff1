import { describe, expect, it, onTestFinished } from 'vitest';
import { generateLibrary } from '../../simulators/library/generate-library.ts';
import { plexFilesOf } from '../../simulators/library/plex-files.ts';
import type { Problem } from '../../src/observe/problem.ts';
import { findPlexCalls, type PlexCalls } from '../../src/store/plex-calls.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { examine } from '../support/doctor-world.ts';
import { PMS_TOKEN } from '../support/pms-world.ts';
import { OUR_ID, startScriptedPlex } from '../support/scripted-plex.ts';
import { type ServiceOptions, type ServiceWorld, startService } from '../support/service-world.ts';
import { SettableClock } from '../support/settable-clock.ts';
import { until } from '../support/until.ts';
import { startPms } from './provocations/plex.ts';
import { startStash } from './provocations/stash.ts';

async function start(options: ServiceOptions): Promise<ServiceWorld> {
  const service = await startService(options);
  onTestFinished(() => service[Symbol.asyncDispose]());
  return service;
}

async function readReady(service: ServiceWorld): Promise<{ status: number; problems: readonly Problem[] }> {
  const answer = await fetch(`${service.admin}/health/ready`);
  const { problems } = (await answer.json()) as { problems: readonly Problem[] };
  return { status: answer.status, problems };
}

async function readStatus(service: ServiceWorld): Promise<readonly Problem[]> {
  const query = '{ status { problems { id severity summary nextStep } } }';
  const answer = await fetch(`${service.admin}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await answer.json()) as { data: { status: { problems: readonly Problem[] } } };
  return data.status.problems;
}

function listCalls(folder: string): PlexCalls {
  const { database, close } = openDatabase({ folder, readOnly: true });
  try {
    return findPlexCalls(database);
  } finally {
    close();
  }
}

describe('the doctor of a running service', () => {
  it('tells a finding in the log, in readiness as a warning, and in GraphQL with its weight', async () => {
    const stash = await startStash();
    const PLEX_URL = await startScriptedPlex({ isOwner: false });
    const service = await start({ stashUrl: stash.url, env: { PLEX_URL, PLEX_TOKEN: PMS_TOKEN } });
    await service.filled();
    await until(() => service.log.some(({ problem }) => problem === 'PLEX_TOKEN_NOT_ADMIN'));
    const ready = await readReady(service);
    expect(ready.status).toBe(200);
    const inReady = ready.problems.find(({ id }) => id === 'PLEX_TOKEN_NOT_ADMIN');
    const inStatus = (await readStatus(service)).find(({ id }) => id === 'PLEX_TOKEN_NOT_ADMIN');
    expect(inStatus).toMatchObject({ severity: 'ERROR' });
    expect({ ...inReady, severity: 'ERROR' }).toEqual(inStatus);
  });

  it('looks again every hour and then tells what is new', async () => {
    const clock = new SettableClock();
    const stash = await startStash();
    const service = await start({ stashUrl: stash.url, clock });
    const told = (id: string) => service.log.filter(({ problem }) => problem === id).length;
    await until(() => told('PLEX_HAS_NOT_CALLED') === 1);
    await fetch(service.provider, { headers: { 'User-Agent': 'PlexMediaServer/1.43.0.10467' } });
    await until(async () => {
      await clock.advance(60_000);
      return told('PLEX_HAS_NOT_ASKED') === 1;
    });
    expect(told('PLEX_HAS_NOT_CALLED')).toBe(1);
    expect((await readStatus(service)).map(({ id }) => id)).not.toContain('PLEX_HAS_NOT_CALLED');
  });

  it('keeps paths out of a log that hides them', async () => {
    const stash = await startStash();
    const env = { PATH_RULES: '/media/nothing=>/data/nothing', LOG_PATHS: 'hidden', CATALOG_FOLLOW_S: '5' };
    const first = await start({ stashUrl: stash.url, env });
    await first.filled();
    await until(async () => (await readReady(first)).problems.some(({ id }) => id === 'PATHS_NOT_COVERED'));
    const again = async () => {
      await first.stop();
      return start({ stashUrl: stash.url, env, dataDir: first.dataDir });
    };
    const service = await again();
    await until(() => service.log.some(({ problem }) => problem === 'PATHS_NOT_COVERED'));
    const lines = service.log.filter(({ problem }) => problem !== undefined);
    expect(JSON.stringify(lines)).not.toContain('/data/');
  });
});

describe('what is noted of the calls of Plex', () => {
  it('is the manifest and the match, when PMS itself asked and was answered', async () => {
    const stash = await startStash();
    const service = await start({ stashUrl: stash.url });
    const { host } = new URL(service.provider);
    const headers = { 'User-Agent': 'PlexMediaServer/1.43.0.10467', 'Content-Type': 'application/json' };
    await fetch(service.provider, { headers: { 'User-Agent': 'curl/8' } });
    await fetch(`${service.provider}/library/metadata/999999999`, { headers });
    await fetch(`${service.provider}/library/metadata/matches`, { method: 'POST', headers, body: 'no json' });
    expect(listCalls(service.dataDir)).toEqual({});
    await fetch(`${service.provider}?includePreferences=1`, { headers });
    await until(() => listCalls(service.dataDir).manifestAt !== undefined);
    expect(listCalls(service.dataDir)).toMatchObject({ host, version: '1.43.0.10467' });
    const body = JSON.stringify({ type: 1, filename: 'a/b.mp4', title: 'b' });
    await service.filled();
    await fetch(`${service.provider}/library/metadata/matches`, { method: 'POST', headers, body });
    await until(() => listCalls(service.dataDir).matchAt !== undefined);
  });
});

describe('a library that is set up from end to end', () => {
  it('has no findings but those about its own scenes', async () => {
    const library = generateLibrary({ scenes: 30, root: '/data' });
    const stash = await startStash({ library });
    const env = { PATH_RULES: '/media=>/data', PLEX_LIBRARY_ROOTS: '/media' };
    const service = await start({ stashUrl: stash.url, env });
    await service.filled();
    const files = plexFilesOf(library, { plexRoot: '/media' }).map(({ path }) => path);
    const pms = await startPms({
      libraries: [{ title: 'Films', locations: ['/media'], files, agent: OUR_ID }],
      providerUri: service.provider,
    });
    const post = (path: string, query: Record<string, string>) =>
      fetch(`${pms.url}/media/providers/metadata${path}?${new URLSearchParams(query).toString()}`, {
        method: 'POST',
        headers: { 'X-Plex-Token': PMS_TOKEN },
      });
    expect((await post('', { uri: service.provider })).status).toBe(200);
    expect((await post('/group', { title: 'Stash2Plex', primaryIdentifier: OUR_ID })).status).toBe(200);
    await pms.scan('1');
    await until(() => listCalls(service.dataDir).matchAt !== undefined);
    const settings = {
      STASH_URL: stash.url,
      DATA_DIR: service.dataDir,
      PLEX_URL: pms.url,
      PLEX_TOKEN: PMS_TOKEN,
    };
    const results = await examine({ ...settings, ...env }, { isServiceRunning: true });
    const problems = results.flatMap((result) => result.problems);
    expect(problems.filter(({ id }) => !/^(SCENES_WITHOUT_FILES|COVERS_MISSING)$/.test(id))).toEqual([]);
    const unlooked = results.filter(({ outcome }) => outcome !== 'DONE').map(({ check }) => check);
    expect(unlooked).toEqual(['public-url']);
  });
});
