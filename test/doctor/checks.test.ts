import { readdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readManifestId } from '../../src/doctor/read-manifest-id.ts';
import { refusesPrivatePictures } from '../../src/doctor/plex-version.ts';
import { isPrivateHost } from '../../src/doctor/private-address.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { findLedgerOwner, ensureLedgerOwner } from '../../src/store/ledger-owner.ts';
import { findPlexCalls, recordPlexCalls } from '../../src/store/plex-calls.ts';
import { examine, findProblems, makeDataFolder } from '../support/doctor-world.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { PMS_TOKEN } from '../support/pms-world.ts';
import { GOOD_PROVIDER, startScriptedPlex } from '../support/scripted-plex.ts';
import { startScriptedStash } from '../support/scripted-stash.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { isToldOld } from './provocations/catalog.ts';
import { afterCalls } from './provocations/registration.ts';
import { startStash } from './provocations/stash.ts';

const HOUR_MS = 3_600_000;

async function idsOf(problems: Promise<readonly { readonly id: string }[]>): Promise<readonly string[]> {
  return (await problems).map(({ id }) => id);
}

describe('the settings', () => {
  it('are told with every problem at once, secrets masked', async () => {
    const env = { PORT: 'x', MATCH_POLICY: 'y', PROVIDER_SECRET: 'too short!' };
    const problems = (await findProblems(env)).filter(({ id }) => id === 'SETTING_INVALID');
    expect(problems.map(({ summary }) => summary.split(':')[0])).toEqual([
      'PROVIDER_SECRET',
      'PORT',
      'MATCH_POLICY',
    ]);
    expect(JSON.stringify(problems)).not.toContain('too short!');
  });

  it('do not hide what else is wrong', async () => {
    const ids = await idsOf(findProblems({ PORT: 'x', STASH_URL: 'http://127.0.0.1:1' }));
    expect(ids).toEqual(['SETTING_INVALID', 'CATALOG_MISSING', 'STASH_UNREACHABLE']);
  });

  it('that only a part refuses are told without the secret', async () => {
    const env = { STASH_URL: 'http://127.0.0.1:1', STASH_API_KEY: 'köy with blanks' };
    const problems = await findProblems(env);
    expect(problems[0]).toMatchObject({ id: 'SETTING_INVALID' });
    expect(problems[0]?.summary).toContain('STASH_API_KEY');
    expect(JSON.stringify(problems)).not.toContain('köy');
  });
});

describe('the data folder', () => {
  it('is well when a service holds it and answers', async () => {
    const folder = makeTempFolder();
    onTestFinished(openDatabase({ folder }).close);
    expect(await idsOf(findProblems({ DATA_DIR: folder }, { isServiceRunning: true }))).not.toContain(
      'DATA_FOLDER_HELD',
    );
  });

  it('is left as it was', async () => {
    const folder = makeDataFolder(() => undefined);
    const before = readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name));
    await examine({ DATA_DIR: folder });
    expect(readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(before);
  });
});

describe('the address of Stash', () => {
  it('is proposed when one of the usual ones answers', async () => {
    const stash = await startStash();
    const stashCandidates = ['http://127.0.0.1:1', 'http://nowhere.invalid:9999', stash.url];
    const problems = await findProblems({}, { surroundings: { stashCandidates } });
    expect(problems).toContainEqual(
      expect.objectContaining({ id: 'STASH_URL_MISSING', nextStep: `Set STASH_URL=${stash.url}` }),
    );
  });

  it('is proposed also for a Stash that asks for a key', async () => {
    const stash = await startStash({ apiKey: 'needed' });
    const problems = await findProblems({}, { surroundings: { stashCandidates: [stash.url] } });
    expect(JSON.stringify(problems)).toContain(`Set STASH_URL=${stash.url}`);
  });

  it('is not proposed for another program', async () => {
    const other = await startScriptedStash(() => ({ body: '<html>hello</html>' }));
    onTestFinished(() => other[Symbol.asyncDispose]());
    const problems = await findProblems({}, { surroundings: { stashCandidates: [other.url] } });
    expect(problems.find(({ id }) => id === 'STASH_URL_MISSING')?.nextStep).not.toContain(other.url);
  });

  it('comes with the trap of host.docker.internal on Linux', async () => {
    const lookUp = () => Promise.reject(new Error('ENOTFOUND'));
    const env = { STASH_URL: 'http://host.docker.internal:1' };
    const problems = await findProblems(env, { surroundings: { lookUp } });
    const found = problems.find(({ id }) => id === 'STASH_NAME_UNKNOWN' || id === 'STASH_UNREACHABLE');
    expect(found?.nextStep).toContain('host.docker.internal:host-gateway');
  });
});

describe('a refused key', () => {
  it('is not tried without at a public address, where that could lock an open Stash', async () => {
    const stash = await startStash();
    const lookUp = async () => ['8.8.8.8'];
    const env = { STASH_URL: stash.url, STASH_API_KEY: 'any' };
    expect(await idsOf(findProblems(env, { surroundings: { lookUp } }))).toContain('STASH_UNAUTHORIZED');
  });
});

describe('the age of the catalog', () => {
  it.each([
    [2, {}, false],
    [4, {}, true],
    [4, { CATALOG_DIFF: 'daily' }, false],
    [73, { CATALOG_DIFF: 'daily' }, true],
    [10_000, { CATALOG_DIFF: 'manual', CATALOG_FULL: 'manual' }, false],
    [100, { CATALOG_DIFF: 'manual', CATALOG_FULL: '30 4 * * 0' }, false],
    [200, { CATALOG_DIFF: 'manual', CATALOG_FULL: '30 4 * * 0' }, true],
  ])('of %i hours with %o is old: %s', async (hours, env, isOld) => {
    expect(await isToldOld(hours * HOUR_MS, env)).toBe(isOld);
  });
});

describe('the calls of Plex', () => {
  it('say nothing once it asked for a match', async () => {
    const ids = await idsOf(afterCalls({ manifestAt: 1, matchAt: 2 }));
    expect(ids.filter((id) => id.startsWith('PLEX_HAS_NOT'))).toEqual([]);
  });

  it('are not missed while Plex does not know the provider, since that is told', async () => {
    const PLEX_URL = await startScriptedPlex({ providers: [] });
    const ids = await idsOf(afterCalls({}, { PLEX_URL, PLEX_TOKEN: PMS_TOKEN }));
    expect(ids.filter((id) => /^(PLEX_HAS|PROVIDER_NOT)/.test(id))).toEqual(['PROVIDER_NOT_REGISTERED']);
  });

  it('are kept beside each other', () => {
    const { database } = openTestStore();
    expect(findPlexCalls(database)).toEqual({});
    recordPlexCalls(database, { manifestAt: 1, version: '1.43.0' });
    recordPlexCalls(database, { matchAt: 2, host: 'here:8080' });
    expect(findPlexCalls(database)).toEqual({
      manifestAt: 1,
      version: '1.43.0',
      matchAt: 2,
      host: 'here:8080',
    });
  });
});

describe('the registration', () => {
  it('never shows the secret in an address', async () => {
    const secret = 'another-secret-segment';
    const providers = [{ ...GOOD_PROVIDER, uri: `http://10.0.0.5:8080/${secret}`, online: false }];
    const PLEX_URL = await startScriptedPlex({ providers });
    for (const own of ['my-own-secret-segment', secret]) {
      const problems = await findProblems({ PLEX_URL, PLEX_TOKEN: PMS_TOKEN, PROVIDER_SECRET: own });
      const about = problems.filter(({ id }) => id.startsWith('PROVIDER_'));
      expect(about.map(({ id }) => id)).toEqual([
        own === secret ? 'PROVIDER_OFFLINE' : 'PROVIDER_ADDRESS_DIFFERS',
      ]);
      expect(about[0]?.summary).toContain('http://10.0.0.5:8080');
      expect(JSON.stringify(problems)).not.toMatch(/secret-segment/);
    }
  });
});

describe('the place of pictures', () => {
  it.each([
    ['1.43.4', 'http://192.168.1.5:8080', false],
    ['1.43.5', 'http://192.168.1.5:8080', true],
    ['1.43.5.99-abc', 'https://plex.example.org', false],
    ['1.44.0', 'http://stash2plex:8080', true],
    ['1.44.0', 'http://8.8.8.8:8080', false],
    ['2.0.0', 'http://[fd00::1]:8080', true],
  ])('for Plex %s at %s is told: %s', async (version, base, isTold) => {
    const lookUp = async () => ['93.184.216.34'];
    const PLEX_URL = await startScriptedPlex({ version });
    const env = { PUBLIC_URL: base, PLEX_URL, PLEX_TOKEN: PMS_TOKEN };
    const ids = await idsOf(findProblems(env, { surroundings: { lookUp } }));
    expect(ids.includes('PICTURES_AT_PRIVATE_ADDRESS')).toBe(isTold);
  });

  it('is told with the condition where the version of Plex is unknown', async () => {
    const problems = await findProblems({ PUBLIC_URL: 'http://10.1.2.3:8080' });
    expect(problems.find(({ id }) => id === 'PICTURES_AT_PRIVATE_ADDRESS')?.summary).toContain(
      '1.43.5 and newer',
    );
  });

  it.each([
    ['1.43.5', true],
    ['1.43.10', true],
    ['1.43', false],
    ['1.42.9', false],
    ['2.0', true],
  ])('counts versions by their numbers: %s', (version, refuses) => {
    expect(refusesPrivatePictures(version)).toBe(refuses);
  });

  it.each([
    ['localhost', true],
    ['nas.local', true],
    ['172.32.0.1', false],
    ['[::1]', true],
    ['inside.example.org', true],
    ['outside.example.org', false],
    ['unknown.example.org', false],
  ])('knows whether %s is private', async (host, isPrivate) => {
    const names: Readonly<Record<string, string[]>> = {
      'inside.example.org': ['10.0.0.1', 'fd00::2'],
      'outside.example.org': ['10.0.0.1', '93.184.216.34'],
    };
    const lookUp = async (name: string) => names[name] ?? Promise.reject(new Error('ENOTFOUND'));
    expect(await isPrivateHost(host, lookUp)).toBe(isPrivate);
  });
});

describe('PUBLIC_URL', () => {
  it.each([
    ['our manifest', { MediaProvider: { identifier: 'ours' } }, { kind: 'ANSWER', identifier: 'ours' }],
    ['a page', '<html></html>', { kind: 'ANSWER', identifier: undefined }],
    ['null', 'null', { kind: 'ANSWER', identifier: undefined }],
    ['far too much', 'x'.repeat(1_000_000), { kind: 'ANSWER', identifier: undefined }],
  ])('reads %s', async (_, body, reading) => {
    await using server = await startScriptedStash(() => ({ body }));
    expect(await readManifestId(server.url, new AbortController().signal)).toEqual(reading);
  });

  it('is left alone while no service runs that could answer', async () => {
    expect(await idsOf(findProblems({ PUBLIC_URL: 'http://127.0.0.1:1' }))).not.toContain(
      'PUBLIC_URL_UNREACHABLE',
    );
  });
});

describe('the owner of the ledger', () => {
  it('may change while nothing was served', () => {
    const { database } = openTestStore();
    expect(findLedgerOwner(database)).toBeUndefined();
    ensureLedgerOwner(database, 'first');
    ensureLedgerOwner(database, 'second');
    expect(findLedgerOwner(database)).toBe('second');
  });
});
