import { describe, expect, it } from 'vitest';
import type { PmsSimulatorOptions } from '../../../simulators/plex/pms-simulator-options.ts';
import type { PmsItem } from '../../../simulators/plex/server/pms-item.ts';
import { startPmsSimulator } from '../../../simulators/plex/start-pms-simulator.ts';

const TOKEN = 'pms-token-1';

const item: PmsItem = {
  ratingKey: '501',
  guid: 'local://501',
  title: 'Dawn & <Dusk> "x"',
  year: 2024,
  Guid: [{ id: 'imdb://tt1' }],
  Genre: [{ tag: 'A' }, { tag: 'B' }, { tag: 'C' }],
  Label: [{ tag: 'L' }],
  Media: [
    {
      id: '1',
      Part: [
        { id: '11', file: 'D:\\Media\\dawn cd1.mp4' },
        { id: '12', file: 'D:\\Media\\dawn cd2.mp4' },
      ],
    },
    { id: '2', Part: [{ id: '13', file: 'D:\\Media\\dawn 4k.mp4', size: 5 }] },
  ],
};

function start(options: Partial<PmsSimulatorOptions> = {}) {
  const libraries = [
    { title: 'Adult', locations: ['/media/Adult', 'D:\\Media'], items: [item] },
    {
      title: 'Share',
      locations: ['\\\\nas\\video'],
      agent: 'tv.plex.agents.custom.stash2plex',
      refreshing: true,
    },
  ];
  return startPmsSimulator({ token: TOKEN, libraries, ...options });
}

function get(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { headers: { Accept: 'application/json', 'X-Plex-Token': TOKEN, ...headers } });
}

async function read(url: string): Promise<unknown> {
  return (await get(url)).json();
}

describe('the simulated PMS', () => {
  it('says who it is without a token', async () => {
    await using pms = await start({ version: '1.43.5.1' });
    const answer = await fetch(`${pms.url}/identity`, { headers: { Accept: 'application/json' } });
    expect(await answer.json()).toMatchObject({
      MediaContainer: {
        size: 0,
        claimed: true,
        version: '1.43.5.1',
        machineIdentifier: expect.any(String) as string,
      },
    });
  });

  it.each([[undefined], ['wrong']])('refuses the token %j with a page of HTML', async (token) => {
    await using pms = await start();
    const headers = token === undefined ? undefined : { 'X-Plex-Token': token };
    for (const path of [
      '/library/sections',
      '/library/sections/1/all',
      '/library/metadata/501',
      '/activities',
    ]) {
      const answer = await fetch(`${pms.url}${path}`, headers && { headers });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'text/html']);
      expect(await answer.text()).toContain('<h1>401 Unauthorized</h1>');
    }
    expect(pms.violations).toEqual([]);
  });

  it('takes a token in the address, and holds it against the caller without repeating it', async () => {
    await using pms = await start();
    const answer = await fetch(`${pms.url}/library/sections?X-Plex-Token=${TOKEN}`);
    expect(answer.status).toBe(200);
    expect(pms.violations).toEqual([expect.stringContaining('expected the token in the header only')]);
    expect(JSON.stringify([pms.violations, pms.calls])).not.toContain(TOKEN);
  });

  it.each(['/library/sections', '/library/sections/all'])(
    'lists libraries with native folders at %s',
    async (path) => {
      await using pms = await start();
      expect(await read(pms.url + path)).toMatchObject({
        MediaContainer: {
          size: 2,
          Directory: [
            {
              key: '1',
              type: 'movie',
              title: 'Adult',
              agent: 'tv.plex.agents.movie',
              refreshing: false,
              Location: [
                { id: 100, path: '/media/Adult' },
                { id: 101, path: 'D:\\Media' },
              ],
            },
            { key: '2', refreshing: true, Location: [{ path: '\\\\nas\\video' }] },
          ],
        },
      });
    },
  );

  it('shortens tags in a listing and shows other ids only on request', async () => {
    await using pms = await start();
    const { MediaContainer } = (await read(`${pms.url}/library/sections/1/all?type=1`)) as {
      MediaContainer: { Metadata: Record<string, unknown>[] };
    };
    expect(MediaContainer.Metadata[0]).toEqual({
      ratingKey: '501',
      key: '/library/metadata/501',
      type: 'movie',
      librarySectionID: '1',
      librarySectionTitle: 'Adult',
      guid: 'local://501',
      title: item.title,
      year: 2024,
      Genre: [{ tag: 'A' }, { tag: 'B' }],
      Media: [
        {
          id: 1,
          Part: [
            { id: 11, file: 'D:\\Media\\dawn cd1.mp4' },
            { id: 12, file: 'D:\\Media\\dawn cd2.mp4' },
          ],
        },
        { id: 2, Part: [{ id: 13, file: 'D:\\Media\\dawn 4k.mp4', size: 5 }] },
      ],
    });
    expect(await read(`${pms.url}/library/sections/1/all?includeGuids=1`)).toMatchObject({
      MediaContainer: { Metadata: [{ Guid: [{ id: 'imdb://tt1' }] }] },
    });
  });

  it('leaves out elements on request, and lists no movies under another type', async () => {
    await using pms = await start();
    const trimmed = JSON.stringify(
      await read(`${pms.url}/library/sections/1/all?excludeElements=Genre,Media`),
    );
    expect(trimmed).not.toMatch(/Genre|Media"/);
    expect(await read(`${pms.url}/library/sections/1/all?type=4`)).toMatchObject({
      MediaContainer: { size: 0, totalSize: 0 },
    });
  });

  it('shows items in full by their ids, without those it does not have', async () => {
    await using pms = await start();
    expect(await read(`${pms.url}/library/metadata/501,999`)).toMatchObject({
      MediaContainer: { size: 1, Metadata: [{ ratingKey: '501', Genre: item.Genre, Label: [{ tag: 'L' }] }] },
    });
    expect((await get(`${pms.url}/library/metadata/999`)).status).toBe(404);
    expect((await get(`${pms.url}/library/sections/9/all`)).status).toBe(404);
    expect((await get(`${pms.url}/nothing`)).status).toBe(404);
  });

  it('says which files it can reach when asked to check them', async () => {
    await using pms = await start();
    const parts = async () =>
      JSON.stringify(await read(`${pms.url}/library/metadata/501?checkFiles=1`)).match(/"accessible":\w+/g);
    expect(new Set(await parts())).toEqual(new Set(['"accessible":true']));
    pms.changeSection('1', { unreachable: true });
    expect(new Set(await parts())).toEqual(new Set(['"accessible":false']));
  });

  it('shows what it is busy with', async () => {
    await using pms = await start();
    expect(await read(`${pms.url}/activities`)).toMatchObject({ MediaContainer: { size: 0 } });
    pms.setActivities([{ uuid: 'u', type: 'library.update.section', title: 'Scanning', progress: 40 }]);
    expect(await read(`${pms.url}/activities`)).toMatchObject({
      MediaContainer: { size: 1, Activity: [{ uuid: 'u', progress: 40, cancellable: false }] },
    });
  });

  it('writes XML unless asked for JSON', async () => {
    await using pms = await start();
    const answer = await get(`${pms.url}/library/sections/1/all`, { Accept: '*/*' });
    expect(answer.headers.get('content-type')).toBe('text/xml;charset=utf-8');
    const text = await answer.text();
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<MediaContainer size="1" offset="0" totalSize="1"/,
    );
    expect(text).toContain('title="Dawn &amp; &lt;Dusk> &quot;x&quot;"');
    expect(text).toContain('<Media id="2"><Part id="13" file="D:\\Media\\dawn 4k.mp4" size="5"/></Media>');
    expect(text).toMatch(/<Video [^>]*>.*<\/Video><\/MediaContainer>$/s);
    const sections = await (await get(`${pms.url}/library/sections`, { Accept: '*/*' })).text();
    expect(sections).toContain('refreshing="1"');
  });

  it.each([
    ['NATURAL', { ratingKey: '501', librarySectionID: '1', Media: [{ id: 1 }, { id: 2 }] }],
    ['STRING', { ratingKey: '501', librarySectionID: '1', Media: [{ id: '1' }, { id: '2' }] }],
    ['INTEGER', { ratingKey: 501, librarySectionID: 1, Media: [{ id: 1 }, { id: 2 }] }],
  ] as const)('writes ids in the mode %s', async (ids, expected) => {
    await using pms = await start({ modes: { ids } });
    expect(await read(`${pms.url}/library/sections/1/all`)).toMatchObject({
      MediaContainer: { Metadata: [{ key: '/library/metadata/501', ...expected }] },
    });
  });

  it('writes a list of one as the object itself, if told so', async () => {
    await using pms = await start({ modes: { arrays: 'SINGLE_OBJECT' } });
    expect(await read(`${pms.url}/library/sections/1/all?includeGuids=1`)).toMatchObject({
      MediaContainer: {
        Metadata: { ratingKey: '501', Guid: { id: 'imdb://tt1' }, Media: [{}, { Part: { id: 13 } }] },
      },
    });
    expect(await read(`${pms.url}/library/sections`)).toMatchObject({
      MediaContainer: { Directory: [{ key: '1' }, { Location: { path: '\\\\nas\\video' } }] },
    });
  });

  it('records what would change something, in order, and answers it with HTML', async () => {
    await using pms = await start();
    const send = (method: string, path: string, body?: string) =>
      fetch(pms.url + path, {
        method,
        headers: { 'X-Plex-Token': TOKEN },
        ...(body === undefined ? {} : { body }),
      });
    await get(`${pms.url}/identity`);
    expect((await send('PUT', '/library/metadata/501/refresh?force=1')).status).toBe(404);
    await send('POST', '/library/metadata/501/posters', 'bytes');
    expect(pms.writes).toEqual([
      { method: 'PUT', path: '/library/metadata/501/refresh?force=1', body: '' },
      { method: 'POST', path: '/library/metadata/501/posters', body: 'bytes' },
    ]);
    expect(pms.calls).toHaveLength(3);
  });
});

describe('trouble', () => {
  it('is a 503 for the first calls of a PMS that starts', async () => {
    await using pms = await start({ faults: { refusals: { from: 1, count: 2 } } });
    const statuses = [];
    for (let call = 0; call < 3; call++) statuses.push((await get(`${pms.url}/identity`)).status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  it('is a restart in the middle, and counts anew when it is set', async () => {
    await using pms = await start();
    await get(`${pms.url}/identity`);
    pms.setFaults({ refusals: { from: 2, count: 1, status: 500 } });
    const statuses = [];
    for (let call = 0; call < 3; call++) statuses.push((await get(`${pms.url}/library/sections`)).status);
    expect(statuses).toEqual([200, 500, 200]);
  });

  it('is a connection that breaks, a page of HTML, or no answer', async () => {
    await using pms = await start({ faults: { goneFrom: 1 } });
    await expect(get(`${pms.url}/identity`)).rejects.toThrow('fetch failed');
    pms.setFaults({ garbageFrom: 1 });
    const garbage = await get(`${pms.url}/library/sections`);
    expect([garbage.status, garbage.headers.get('content-type')]).toEqual([200, 'text/html']);
    pms.setFaults({ hangsFrom: 1 });
    const waiting = fetch(`${pms.url}/identity`, { signal: AbortSignal.timeout(100) });
    await expect(waiting).rejects.toThrow(/timeout/);
    pms.setFaults({});
    expect((await get(`${pms.url}/identity`)).status).toBe(200);
  });

  it('is an answer that comes late', async () => {
    await using pms = await start({ faults: { delayMs: 60_000 } });
    await expect(fetch(`${pms.url}/identity`, { signal: AbortSignal.timeout(100) })).rejects.toThrow(
      /timeout/,
    );
    pms.setFaults({ delayMs: 1 });
    expect((await get(`${pms.url}/identity`)).status).toBe(200);
  });
});
