import { describe, expect, it } from 'vitest';
import type { PmsSimulatorOptions } from '../../simulators/plex/pms-simulator-options.ts';
import { generateItems, itemsFromList } from '../../simulators/plex/server/item-source.ts';
import type { ListingMode } from '../../simulators/plex/server/listing-mode.ts';
import type { PmsItem } from '../../simulators/plex/server/pms-item.ts';
import { startPmsSimulator } from '../../simulators/plex/start-pms-simulator.ts';
import { PlexNotRead, type PlexSection } from '../../src/gaps/plex-library.ts';
import { collectPages, createPmsAdapter, noAbort, OUR_AGENT, PMS_TOKEN } from '../support/pms-world.ts';
import { startScriptedStash } from '../support/scripted-stash.ts';

const SECTION: PlexSection = {
  key: '1',
  title: 'Adult',
  agent: OUR_AGENT,
  isRefreshing: false,
  locations: [],
};

function toItem(index: number, ratingKey: string): PmsItem {
  const file = `/m/${index}.mp4`;
  return {
    ratingKey,
    guid: `${OUR_AGENT}://movie/${index}`,
    title: `Item ${index}`,
    Media: [{ id: ratingKey, Part: [{ id: ratingKey, file }] }],
  };
}

function start(items: number | readonly PmsItem[], options: Partial<PmsSimulatorOptions> = {}) {
  const source = typeof items === 'number' ? generateItems(items, 1000, toItem) : items;
  const libraries = [{ title: 'Adult', locations: ['/m'], agent: OUR_AGENT, items: source }];
  return startPmsSimulator({ token: PMS_TOKEN, libraries, ...options });
}

function stream(url: string, signal = noAbort()) {
  return createPmsAdapter(url, { timeoutMs: 10_000 }).library.streamItems(SECTION, signal);
}

async function read(items: number | readonly PmsItem[], options: Partial<PmsSimulatorOptions> = {}) {
  await using pms = await start(items, options);
  return { ...(await collectPages(stream(pms.url))), calls: pms.calls };
}

function keysUpTo(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(1000 + index));
}

function reasonOf(error: unknown): unknown {
  return error instanceof PlexNotRead ? error.incomplete.reason : error;
}

describe('the items of a library', () => {
  it('are asked for in pages of 200, oldest first, with no more than is needed', async () => {
    const { calls, keys } = await read(450);
    const queries = calls.map(({ path }) => new URL(path, 'http://pms').searchParams);
    expect(calls[0]?.path).toMatch(/^\/library\/sections\/1\/all\?/);
    expect(Object.fromEntries(queries[0] ?? [])).toMatchObject({
      type: '1',
      sort: 'addedAt:asc',
      includeGuids: '1',
      'X-Plex-Container-Start': '0',
      'X-Plex-Container-Size': '200',
    });
    const left = queries[0]?.get('excludeElements')?.split(',');
    expect(left).toContain('Director');
    expect(left).not.toContain('Genre');
    expect(left).not.toContain('Role');
    expect(calls).toHaveLength(3);
    expect(keys).toEqual(keysUpTo(450));
  });

  const readable: readonly ListingMode[] = [
    'HONOURS_PAGING',
    'IGNORES_PAGING',
    'OTHER_PAGE_SIZE',
    'WITHOUT_TOTAL',
  ];
  const counts = [0, 1, 2, 199, 200, 201, 399, 650];

  it.each(readable.flatMap((listing) => counts.map((count) => [listing, count] as const)))(
    'come once each from a PMS that %s, %i of them',
    async (listing, count) => {
      const { keys, totals, error } = await read(count, { modes: { listing } });
      expect(error).toBeUndefined();
      expect(keys).toEqual(keysUpTo(count));
      expect(new Set(totals)).toEqual(new Set([count]));
    },
  );

  it.each(['NATURAL', 'STRING', 'INTEGER'] as const)('have text keys when PMS writes %s ids', async (ids) => {
    const { items, error } = await read(1, { modes: { ids, arrays: 'SINGLE_OBJECT' } });
    expect(error).toBeUndefined();
    expect(items).toEqual([
      {
        ratingKey: '1000',
        guid: `${OUR_AGENT}://movie/0`,
        title: 'Item 0',
        files: ['/m/0.mp4'],
        showsSomething: false,
      },
    ]);
  });

  it('may be without files', async () => {
    const { items, error } = await read(6, { modes: { listing: 'WITHOUT_MEDIA' } });
    expect(error).toBeUndefined();
    expect(items.map(({ files }) => files.length)).toEqual([1, 1, 0, 1, 1, 0]);
  });

  it('have every file of every version, once, as PMS names it', async () => {
    const part = (id: string, file: string) => ({ id, file });
    const merged: PmsItem = {
      ...toItem(0, '1000'),
      Media: [
        { id: '1', Part: [part('1', 'D:\\Adult\\a cd1.mp4'), part('2', 'D:\\Adult\\a cd2.mp4')] },
        { id: '2', Part: [part('3', '\\\\nas\\video\\a 4k.mp4'), part('4', 'D:\\Adult\\a cd1.mp4')] },
        { id: '3', Part: [] },
      ],
    };
    const { items } = await read([merged]);
    expect(items[0]?.files).toEqual([
      'D:\\Adult\\a cd1.mp4',
      'D:\\Adult\\a cd2.mp4',
      '\\\\nas\\video\\a 4k.mp4',
    ]);
  });

  it.each<[string, Partial<PmsItem>, boolean]>([
    ['nothing', {}, false],
    ['an empty summary', { summary: ' ' }, false],
    ['an empty list of genres', { Genre: [] }, false],
    ['a director only', { Director: [{ tag: 'D' }] }, false],
    ['a summary', { summary: 'S' }, true],
    ['a genre', { Genre: [{ tag: 'G' }] }, true],
    ['a role', { Role: [{ tag: 'R' }] }, true],
  ])('show something or not: %s', async (_name, shown, showsSomething) => {
    const { items } = await read([{ ...toItem(0, '1000'), ...shown }]);
    expect(items[0]?.showsSomething).toBe(showsSomething);
  });

  it('are read one page at a time, however many there are', async () => {
    const count = 200_000;
    await using pms = await start(count);
    let items = 0;
    let pages = 0;
    let largest = 0;
    for await (const page of stream(pms.url)) {
      pages += 1;
      items += page.items.length;
      largest = Math.max(largest, page.items.length);
      expect(pms.calls).toHaveLength(pages);
    }
    expect(items).toBe(count);
    expect(largest).toBeLessThanOrEqual(200);
    expect(pages).toBeGreaterThan(1000);
  });

  it('are read no further than they are wanted', async () => {
    await using pms = await start(1000);
    for await (const page of stream(pms.url)) if (page.items.length > 0) break;
    expect(pms.calls).toHaveLength(1);
  });

  it('end with the reason of a caller who gives up in the middle', async () => {
    await using pms = await start(1000);
    const giveUp = new AbortController();
    const reason = new Error('gave up');
    const reading = async () => {
      for await (const page of stream(pms.url, giveUp.signal)) if (page.total === 1000) giveUp.abort(reason);
    };
    await expect(reading()).rejects.toBe(reason);
    expect(pms.calls).toHaveLength(1);
  });
});

describe('a listing in trouble', () => {
  it('goes on where it was after PMS restarted', async () => {
    const { keys, error, calls } = await read(650, { faults: { refusals: { from: 3, count: 4 } } });
    expect(error).toBeUndefined();
    expect(keys).toEqual(keysUpTo(650));
    expect(calls).toHaveLength(8);
  });

  it.each([
    ['PLEX_STARTING', { refusals: { from: 2, count: 99 } }],
    ['PLEX_FAILED', { refusals: { from: 2, count: 99, status: 500 } }],
    ['PLEX_UNAUTHORIZED', { refusals: { from: 2, count: 99, status: 401 } }],
    ['PLEX_FAILED', { refusals: { from: 2, count: 99, status: 404 } }],
    ['PLEX_FAILED', { garbageFrom: 2 }],
    ['PLEX_UNREACHABLE', { goneFrom: 2 }],
  ])('is not complete: %s', async (reason, faults) => {
    const { keys, error } = await read(650, { faults });
    expect(reasonOf(error)).toBe(reason);
    expect(keys).toEqual(keysUpTo(200));
  });

  it.each<[ListingMode, string]>([
    ['ENDS_EARLY', 'LISTING_SHRANK'],
    ['SHRINKS', 'LISTING_CHANGED'],
    ['TOTAL_MOVES', 'LISTING_CHANGED'],
    ['KEEPS_MOVING', 'LISTING_CHANGED'],
    ['CUT_BODY', 'PLEX_UNREACHABLE'],
  ])('that %s is told as %s', async (listing, reason) => {
    const { error, keys } = await read(650, { modes: { listing } });
    expect(reasonOf(error)).toBe(reason);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is told with the name of the library and how far it came', async () => {
    const { error } = await read(650, { modes: { listing: 'ENDS_EARLY' } });
    expect((error as PlexNotRead).incomplete.detail).toMatch(/announced 650 items of "Adult".*only 325/);
  });

  it('to which items are added is read again, and each item comes once', async () => {
    await using pms = await start(450);
    const keys: string[] = [];
    let total = 0;
    for await (const page of stream(pms.url)) {
      if (keys.length === 0) pms.changeSection('1', { items: generateItems(460, 1000, toItem) });
      keys.push(...page.items.map(({ ratingKey }) => ratingKey));
      total = page.total;
    }
    expect(keys).toEqual(keysUpTo(460));
    expect(total).toBe(460);
    expect(pms.calls.length).toBeLessThanOrEqual(5);
  });

  it('that lost one item and gained another between two pages is seen, though its total is the same', async () => {
    await using pms = await start(450);
    const pages = stream(pms.url)[Symbol.asyncIterator]();
    await pages.next();
    const all = Array.from({ length: 451 }, (_, index) => toItem(index, String(1000 + index)));
    pms.changeSection('1', { items: itemsFromList(all.slice(1)) });
    const drain = async () => {
      while ((await pages.next()).done !== true);
    };
    expect(reasonOf(await drain().catch((error: unknown) => error))).toBe('LISTING_CHANGED');
  });

  it.each([
    ['an entry without key', { Metadata: [{ title: 'x' }], totalSize: 1 }],
    ['an entry that is none', { Metadata: [null], totalSize: 1 }],
    ['a list that is none', { Metadata: 'x', totalSize: 1 }],
  ])('with %s is not complete', async (_name, container) => {
    await using pms = await startScriptedStash(() => ({ body: { MediaContainer: container } }));
    const { error, keys } = await collectPages(stream(pms.url));
    expect(reasonOf(error)).toBe('PLEX_FAILED');
    expect(keys).toEqual([]);
  });

  it('whose page is larger than allowed says that it is not divided', async () => {
    await using pms = await start(1000, { modes: { listing: 'IGNORES_PAGING' } });
    const { library } = createPmsAdapter(pms.url, { maxBodyBytes: 50_000 });
    const { error } = await collectPages(library.streamItems(SECTION, noAbort()));
    expect(reasonOf(error)).toBe('PLEX_FAILED');
    expect((error as PlexNotRead).incomplete.detail).toMatch(/does not divide its listing/);
  });
});

describe('what PMS writes about an item', () => {
  it.each<[string, object]>([
    [
      'strange types everywhere',
      { guid: 5, title: null, Media: [null, 7, { Part: 'x' }, { Part: [[], { file: 3 }] }] },
    ],
    ['nothing', {}],
  ])('may be %s', async (_name, members) => {
    const Metadata = { ratingKey: 12, ...members };
    await using pms = await startScriptedStash(() => ({
      body: { MediaContainer: { Metadata, totalSize: '1' } },
    }));
    const { items, error } = await collectPages(stream(pms.url));
    expect(error).toBeUndefined();
    expect(items).toEqual([{ ratingKey: '12', guid: '', title: '', files: [], showsSomething: false }]);
  });
});
