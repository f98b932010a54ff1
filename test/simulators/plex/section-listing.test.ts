import { describe, expect, it } from 'vitest';
import { generateItems } from '../../../simulators/plex/server/item-source.ts';
import type { ListingMode } from '../../../simulators/plex/server/listing-mode.ts';
import { startPmsSimulator } from '../../../simulators/plex/start-pms-simulator.ts';

const TOKEN = 'pms-token-1';

interface Page {
  readonly offset?: number;
  readonly size: number;
  readonly totalSize?: number;
  readonly keys: readonly string[];
  readonly withoutMedia: readonly string[];
  readonly headerTotal: string | null;
}

function start(count: number, listing: ListingMode = 'HONOURS_PAGING') {
  const items = generateItems(count, 1000, (index, ratingKey) => ({
    ratingKey,
    guid: `local://${ratingKey}`,
    title: `Item ${index}`,
    Media: [{ id: ratingKey, Part: [{ id: ratingKey, file: `/m/${index}.mp4` }] }],
  }));
  return startPmsSimulator({
    token: TOKEN,
    libraries: [{ title: 'Big', locations: ['/m'], items }],
    modes: { listing },
  });
}

async function readPage(url: string, first: number, size: number, inQuery = false): Promise<Page> {
  const paging = { 'X-Plex-Container-Start': String(first), 'X-Plex-Container-Size': String(size) };
  const query = inQuery ? `?${new URLSearchParams(paging).toString()}` : '';
  const headers = { Accept: 'application/json', 'X-Plex-Token': TOKEN, ...(inQuery ? {} : paging) };
  const answer = await fetch(`${url}/library/sections/1/all${query}`, { headers });
  const { MediaContainer } = (await answer.json()) as {
    MediaContainer: Omit<Page, 'keys'> & { Metadata?: { ratingKey: string; Media?: unknown }[] };
  };
  const { Metadata = [], ...head } = MediaContainer;
  return {
    ...head,
    keys: Metadata.map(({ ratingKey }) => ratingKey),
    withoutMedia: Metadata.filter(({ Media }) => Media === undefined).map(({ ratingKey }) => ratingKey),
    headerTotal: answer.headers.get('X-Plex-Container-Total-Size'),
  };
}

describe('the listing of a section', () => {
  it.each([false, true])('honours paging (in the query: %s)', async (inQuery) => {
    await using pms = await start(10);
    expect(await readPage(pms.url, 4, 3, inQuery)).toMatchObject({
      offset: 4,
      size: 3,
      totalSize: 10,
      headerTotal: '10',
      keys: ['1004', '1005', '1006'],
    });
    expect(await readPage(pms.url, 9, 3, inQuery)).toMatchObject({ size: 1, keys: ['1009'] });
    expect(await readPage(pms.url, 99, 3, inQuery)).toMatchObject({ size: 0, totalSize: 10, keys: [] });
  });

  it('counts only, for a page of size 0', async () => {
    await using pms = await start(10);
    expect(await readPage(pms.url, 0, 0)).toMatchObject({ size: 0, totalSize: 10, keys: [] });
  });

  it('answers everything, without a total, when it ignores paging', async () => {
    await using pms = await start(10, 'IGNORES_PAGING');
    const page = await readPage(pms.url, 4, 3);
    expect(page).toMatchObject({ size: 10, headerTotal: null });
    expect(page.keys).toHaveLength(10);
    expect(page.totalSize).toBeUndefined();
  });

  it('answers another number of items than asked', async () => {
    await using pms = await start(10, 'OTHER_PAGE_SIZE');
    expect(await readPage(pms.url, 0, 6)).toMatchObject({ size: 2, totalSize: 10, keys: ['1000', '1001'] });
  });

  it('loses one item between the pages of one pass, and then stands still', async () => {
    await using pms = await start(6, 'TOTAL_MOVES');
    expect(await readPage(pms.url, 0, 2)).toMatchObject({ totalSize: 6, keys: ['1000', '1001'] });
    expect(await readPage(pms.url, 2, 2)).toMatchObject({ totalSize: 5, keys: ['1003', '1004'] });
    expect(await readPage(pms.url, 0, 9)).toMatchObject({
      totalSize: 5,
      keys: ['1001', '1002', '1003', '1004', '1005'],
    });
    pms.setModes({ listing: 'HONOURS_PAGING' });
    expect(await readPage(pms.url, 0, 1)).toMatchObject({ totalSize: 6, keys: ['1000'] });
  });

  it('loses an item after every page', async () => {
    await using pms = await start(6, 'KEEPS_MOVING');
    const totals = [];
    for (let pass = 0; pass < 8; pass++) totals.push((await readPage(pms.url, 0, 1)).totalSize);
    expect(totals).toEqual([6, 5, 4, 3, 2, 1, 0, 0]);
  });

  it('shrinks to half in every pass', async () => {
    await using pms = await start(10, 'SHRINKS');
    for (let pass = 0; pass < 2; pass++) {
      expect(await readPage(pms.url, 0, 4)).toMatchObject({ size: 4, totalSize: 10 });
      expect(await readPage(pms.url, 4, 4)).toMatchObject({ size: 1, totalSize: 5 });
    }
  });

  it('ends early while it claims more', async () => {
    await using pms = await start(10, 'ENDS_EARLY');
    expect(await readPage(pms.url, 4, 4)).toMatchObject({ size: 1, totalSize: 10 });
    expect(await readPage(pms.url, 5, 4)).toMatchObject({ size: 0, totalSize: 10 });
  });

  it('breaks off inside every page but the first', async () => {
    await using pms = await start(10, 'CUT_BODY');
    expect(await readPage(pms.url, 0, 4)).toMatchObject({ size: 4 });
    await expect(readPage(pms.url, 4, 4)).rejects.toThrow('terminated');
  });

  it('leaves every third item without files', async () => {
    await using pms = await start(7, 'WITHOUT_MEDIA');
    expect((await readPage(pms.url, 0, 9)).withoutMedia).toEqual(['1002', '1005']);
  });

  it('says no total anywhere, if told so', async () => {
    await using pms = await start(3, 'WITHOUT_TOTAL');
    const page = await readPage(pms.url, 2, 5);
    expect(page).toMatchObject({ size: 1, keys: ['1002'], headerTotal: null });
    expect(page).not.toHaveProperty('totalSize');
  });

  it('shows at any time that a scan is running', async () => {
    await using pms = await start(1);
    pms.changeSection('1', { refreshing: true });
    expect(pms.getSection('1')).toMatchObject({ key: '1', refreshing: true });
    expect(() => pms.getSection('9')).toThrow('expected a section of this PMS');
  });

  it('holds 200,000 items, which it makes while it writes them', async () => {
    await using pms = await start(200_000, 'IGNORES_PAGING');
    const answer = await fetch(`${pms.url}/library/sections/1/all`, { headers: { 'X-Plex-Token': TOKEN } });
    let [items, rest] = [0, ''];
    for await (const chunk of (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const pieces = (rest + chunk).split('<Video ');
      items += pieces.length - 1;
      rest = pieces.at(-1)?.slice(-6) ?? '';
    }
    expect(items).toBe(200_000);
    pms.setModes({ listing: 'HONOURS_PAGING' });
    expect(await readPage(pms.url, 199_999, 5)).toMatchObject({
      size: 1,
      totalSize: 200_000,
      keys: ['200999'],
    });
  }, 60_000);
});
