import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { PmsSimulatorOptions } from '../../simulators/plex/pms-simulator-options.ts';
import type { LibrarySetup } from '../../simulators/plex/server/library-setup.ts';
import type { PmsFaults } from '../../simulators/plex/server/pms-faults.ts';
import { startPmsSimulator } from '../../simulators/plex/start-pms-simulator.ts';
import { PlexNotRead } from '../../src/gaps/plex-library.ts';
import { Secret } from '../../src/lib/secret.ts';
import {
  collectPages,
  createPmsAdapter,
  noAbort,
  OUR_AGENT,
  type PmsAdapterOptions,
  PMS_TOKEN,
} from '../support/pms-world.ts';
import { startScriptedStash } from '../support/scripted-stash.ts';

const LIBRARIES: readonly LibrarySetup[] = [
  { title: 'Films', locations: ['/media/films'] },
  { title: 'Adult', locations: ['/media/adult', 'D:\\Adult'], agent: OUR_AGENT },
  { title: 'Share', locations: ['\\\\nas\\video', '/media/adult'], agent: OUR_AGENT, refreshing: true },
  { title: 'Series', locations: ['/media/series'], type: 'show', agent: OUR_AGENT },
];

function start(options: Partial<PmsSimulatorOptions> = {}) {
  return startPmsSimulator({ token: PMS_TOKEN, libraries: LIBRARIES, ...options });
}

async function listTitles(wanted: readonly string[], libraries = LIBRARIES): Promise<unknown> {
  await using pms = await start({ libraries });
  const sections = await createPmsAdapter(pms.url, { wanted }).library.listSections(noAbort());
  return sections.map(({ title }) => title);
}

/** The cause with which PMS was not read. */
async function catchCause(reading: Promise<unknown>): Promise<PlexNotRead> {
  const error = await reading.then(
    () => 'it was read',
    (caught: unknown) => caught,
  );
  if (error instanceof PlexNotRead) return error;
  throw new TypeError('expected a PlexNotRead, but got: something else', { cause: error });
}

async function findCause(
  options: Partial<PmsSimulatorOptions>,
  adapter: PmsAdapterOptions = {},
): Promise<PlexNotRead> {
  await using pms = await start(options);
  return await catchCause(createPmsAdapter(pms.url, adapter).library.listSections(noAbort()));
}

describe('the libraries to compare', () => {
  it('are the movie libraries that use our agent', async () => {
    expect(await listTitles([])).toEqual(['Adult', 'Share']);
  });

  it.each<[readonly string[], readonly string[]]>([
    [['Films'], ['Films']],
    [['1'], ['Films']],
    [
      [' adult ', '1'],
      ['Films', 'Adult'],
    ],
  ])('are those that PLEX_LIBRARIES names by title or key: %j', async (wanted, titles) => {
    expect(await listTitles(wanted)).toEqual(titles);
  });

  it('are both when two have the title that was named', async () => {
    const twins = [LIBRARIES[0], LIBRARIES[0]].filter((library) => library !== undefined);
    expect(await listTitles(['Films'], twins)).toEqual(['Films', 'Films']);
  });

  it('come with folders of any host as they are, and whether they are scanned', async () => {
    await using pms = await start();
    expect(await createPmsAdapter(pms.url).library.listSections(noAbort())).toMatchObject([
      { key: '2', agent: OUR_AGENT, isRefreshing: false, locations: ['/media/adult', 'D:\\Adult'] },
      { key: '3', agent: OUR_AGENT, isRefreshing: true, locations: ['\\\\nas\\video', '/media/adult'] },
    ]);
  });

  it('tell their folders once each', async () => {
    await using pms = await start();
    expect(await createPmsAdapter(pms.url).library.listLocations(noAbort())).toEqual([
      '/media/adult',
      'D:\\Adult',
      '\\\\nas\\video',
    ]);
  });

  it.each(['NATURAL', 'STRING', 'INTEGER'] as const)('are read with %s ids and lists of one', async (ids) => {
    const only = { title: 'Adult', locations: ['/media/adult'], agent: OUR_AGENT };
    await using pms = await start({ libraries: [only], modes: { ids, arrays: 'SINGLE_OBJECT' } });
    expect(await createPmsAdapter(pms.url).library.listSections(noAbort())).toMatchObject([
      { key: '1', title: 'Adult', locations: ['/media/adult'] },
    ]);
  });

  it.each([true, 1, '1'])('are known to be scanned when PMS writes %j', async (refreshing) => {
    const Directory = { key: 7, type: 'movie', agent: OUR_AGENT, refreshing };
    await using pms = await startScriptedStash(({ path }) => ({
      body: {
        MediaContainer:
          path === '/identity' ? { version: '1.43.0.1', machineIdentifier: 'm' } : { Directory },
      },
    }));
    expect(await createPmsAdapter(pms.url).library.listSections(noAbort())).toEqual([
      { key: '7', type: 'movie', title: '7', agent: OUR_AGENT, isRefreshing: true, locations: [] },
    ]);
  });
});

describe('no library to compare', () => {
  it('is told with the name that is missing and the names there are', async () => {
    const { incomplete } = await findCause({}, { wanted: ['Adult', 'Filmz', '99'] });
    expect(incomplete.reason).toBe('NO_LIBRARY');
    expect(incomplete.detail).toBe(
      'PLEX_LIBRARIES names "Filmz", "99", which is not in Plex. Its movie libraries are "Films", "Adult", "Share".',
    );
  });

  it('is told apart from a library of another type', async () => {
    const { incomplete } = await findCause({}, { wanted: ['Series'] });
    expect(incomplete).toMatchObject({
      reason: 'NO_LIBRARY',
      detail: expect.stringContaining('"Series", which is not a library of movies') as string,
    });
  });

  it('is told when none uses our agent', async () => {
    const { incomplete } = await findCause({ libraries: LIBRARIES.slice(0, 1) });
    expect(incomplete.reason).toBe('NO_LIBRARY');
    expect(incomplete.detail).toMatch(new RegExp(`${OUR_AGENT}.*"Films"`));
  });

  it('is told when Plex has none at all', async () => {
    const { incomplete } = await findCause({ libraries: [] });
    expect(incomplete).toMatchObject({
      reason: 'NO_LIBRARY',
      detail: expect.stringContaining('no movie library at all') as string,
    });
  });

  it('stays readable with a thousand libraries', async () => {
    const libraries = Array.from({ length: 1000 }, (_, at) => ({
      title: `${at} ${'x'.repeat(500)}`,
      locations: [],
    }));
    const { incomplete } = await findCause({ libraries });
    expect(incomplete.detail.length).toBeLessThan(2000);
    expect(incomplete.detail).toContain('and 980 more');
  });
});

describe('a PMS that cannot be read', () => {
  const troubles: readonly (readonly [string, PmsFaults, string])[] = [
    ['starts', { refusals: { from: 1, count: 99 } }, 'PLEX_STARTING'],
    ['fails', { refusals: { from: 1, count: 99, status: 500 } }, 'PLEX_FAILED'],
    ['breaks connections', { goneFrom: 1 }, 'PLEX_UNREACHABLE'],
    ['hangs', { hangsFrom: 1 }, 'PLEX_UNREACHABLE'],
    ['sends web pages', { garbageFrom: 1 }, 'PLEX_FAILED'],
    ['sends web pages later', { garbageFrom: 2 }, 'PLEX_FAILED'],
  ];

  it.each(troubles)('because it %s says so', async (_name, faults, reason) => {
    const { incomplete } = await findCause({ faults }, { timeoutMs: 50 });
    expect(incomplete.reason).toBe(reason);
  });

  it('because it is down says so', async () => {
    const pms = await start();
    await pms[Symbol.asyncDispose]();
    const { incomplete } = await catchCause(createPmsAdapter(pms.url).library.listSections(noAbort()));
    expect(incomplete).toMatchObject({
      reason: 'PLEX_UNREACHABLE',
      detail: expect.stringMatching(/Nothing listens/) as string,
    });
  });

  it('because the token is wrong says so without the token', async () => {
    const wrong = 'wr0ng-token';
    const error = await findCause({}, { token: new Secret(wrong) });
    expect(error.incomplete.reason).toBe('PLEX_UNAUTHORIZED');
    expect(error.incomplete.detail).toContain('PLEX_TOKEN');
    expect(inspect(error, { depth: 9 })).not.toContain(wrong);
  });

  it('is asked no more once it answered that the token is wrong', async () => {
    await using pms = await start();
    const { library } = createPmsAdapter(pms.url, { token: new Secret('wrong') });
    await catchCause(library.listSections(noAbort()));
    expect(pms.calls.map(({ path }) => path)).toEqual(['/identity', '/library/sections/all']);
  });

  it.each(['1.42.9.99999', '1.9.0', '0.99.99', '1.42.2.10156-f737b826c'])(
    'because it is version %s is too old',
    async (version) => {
      const { incomplete } = await findCause({ version });
      expect(incomplete.reason).toBe('PLEX_TOO_OLD');
      expect(incomplete.detail).toMatch(/1\.43\.0 or newer/);
    },
  );

  it.each(['1.43.0.10467-2b1ba6e69', '1.43.0', '1.100.0.1', '2.0.0'])(
    'is none of version %s',
    async (version) => {
      await using pms = await start({ version });
      await expect(createPmsAdapter(pms.url).library.listSections(noAbort())).resolves.toHaveLength(2);
    },
  );

  it.each(['', 'nightly', '1.43'])('is one that gives its version as "%s"', async (version) => {
    expect((await findCause({ version })).incomplete.reason).toBe('PLEX_FAILED');
  });

  it.each([
    null,
    [],
    'text',
    7,
    {},
    { MediaContainer: [] },
    { MediaContainer: { Directory: [{ title: 'x' }] } },
  ])('is one that answers %j', async (body) => {
    await using pms = await startScriptedStash(({ path }) => ({
      body: path === '/identity' ? { MediaContainer: { version: '1.43.0', machineIdentifier: 'm' } } : body,
    }));
    const reading = createPmsAdapter(pms.url).library.listSections(noAbort());
    const isEmpty = JSON.stringify(body) === '{}';
    expect((await catchCause(reading)).incomplete.reason).toBe('PLEX_FAILED');
    expect(isEmpty || pms.requests.length === 2).toBe(true);
  });

  it('for a moment is read', async () => {
    await using pms = await start({ faults: { refusals: { from: 1, count: 2 } } });
    await expect(createPmsAdapter(pms.url).library.listSections(noAbort())).resolves.toHaveLength(2);
  });

  it('is left alone by a caller who gave up', async () => {
    await using pms = await start();
    const reason = new Error('gave up');
    const reading = createPmsAdapter(pms.url).library.listSections(AbortSignal.abort(reason));
    await expect(reading).rejects.toBe(reason);
    expect(pms.calls).toEqual([]);
  });

  it('never sees the token in an address', async () => {
    await using pms = await start({ faults: { refusals: { from: 1, count: 1 } } });
    const { library } = createPmsAdapter(pms.url);
    const [section] = await library.listSections(noAbort());
    if (section !== undefined) await collectPages(library.streamItems(section, noAbort()));
    await library.countAccessible(['1', '2'], noAbort());
    expect(pms.calls.length).toBeGreaterThan(3);
    expect(pms.violations).toEqual([]);
  });
});
