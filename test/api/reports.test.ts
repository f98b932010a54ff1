import { once } from 'node:events';
import { request } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsvLine } from '../../src/api/reports/to-csv-line.ts';
import { asPlexPath } from '../../src/model/file-paths.ts';
import { type ApiWorld, putGap, putSceneGaps, sendRaw, startApiWorld } from '../support/api-world.ts';
import { until } from '../support/until.ts';

interface JsonReport {
  readonly gaps: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

async function report(api: ApiWorld, query = ''): Promise<JsonReport> {
  return (await (await fetch(`${api.url}/gaps${query}`)).json()) as JsonReport;
}

const idsOf = ({ gaps }: JsonReport): unknown[] => gaps.map(({ id }) => id);

describe('GET /gaps', () => {
  it('gives open gaps as JSON, with a next step and without what is absent', async () => {
    await using api = await startApiWorld();
    putGap(api.world, { subject: '/media/a.mp4' });
    expect(await report(api)).toMatchObject({
      gaps: [
        {
          id: '1',
          kind: 'NOT_IN_STASH',
          reason: 'NO_SUCH_FILE',
          state: 'OPEN',
          plexPath: '/media/a.mp4',
          stashPath: null,
          firstSeenAt: '2026-01-01T00:00:00.000Z',
          nextStep: expect.stringContaining('Stash scan') as string,
        },
      ],
      next: null,
    });
  });

  it('goes through all pages by the cursor of the last', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 5);
    const seen: unknown[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: JsonReport = await report(api, `?first=2&order=FIRST_SEEN_ASC&after=${after}`);
      seen.push(...idsOf(page));
      after = page.next;
    }
    expect(seen).toEqual(['1', '2', '3', '4', '5']);
  });

  it('filters by kind, state, reason, path and time', async () => {
    await using api = await startApiWorld();
    putGap(api.world, { subject: '/media/50%_a.mp4' });
    await api.world.clock.advance(86_400_000);
    putGap(api.world, { subject: '/media/b.mp4', kind: 'EMPTY', reason: 'NOTHING_SHOWN' });
    const hidden = putGap(api.world, { subject: '/media/c.mp4' });
    api.world.gaps.suppress(hidden, { reason: 'known' });
    const found = async (query: string) => idsOf(await report(api, `?order=FIRST_SEEN_ASC&${query}`));
    expect(await found('kind=empty,NOT_IN_STASH')).toEqual(['1', '2']);
    expect(await found('kind=EMPTY&kind=STALE')).toEqual(['2']);
    expect(await found('state=SUPPRESSED')).toEqual(['3']);
    expect(await found('reason=NO_SUCH_FILE')).toEqual(['1']);
    expect(await found('pathContains=0%25_A')).toEqual(['1']);
    expect(await found('firstSeenSince=2026-01-02')).toEqual(['2']);
  });

  it.each([
    ['kind=NOPE', 'kind: expected one of NOT_IN_STASH, NOT_IN_PLEX'],
    ['state=open,gone', 'state: expected one of OPEN, SUPPRESSED, CLOSED'],
    ['reason=because', 'reason: expected one of NO_RULE_COVERS_PATH'],
    ['order=SIZE', 'order: expected one of FIRST_SEEN_ASC'],
    ['first=0', 'first: expected a whole number from 1 to 200'],
    ['first=201', 'first: expected a whole number from 1 to 200'],
    ['first=1e2', 'first: expected a whole number'],
    ['first=1&first=2', 'first: expected to be given once'],
    ['format=xml', 'format: expected one of json, csv, ndjson'],
    ['firstSeenSince=yesterday', 'firstSeenSince: expected a time'],
    ['after=abc', 'after: expected a cursor'],
    ['format=csv&after=abc', 'after: expected a cursor'],
    ['kinds=EMPTY', 'query: expected parameters among kind, state'],
    ['pathContains=%00', 'expected pathContains to be well-formed text'],
  ])('refuses %s and says what is allowed', async (query, message) => {
    await using api = await startApiWorld();
    const { status, text } = await sendRaw(`${api.url}/gaps?${query}`, { headers: {} });
    expect(status).toBe(400);
    expect(text).toContain('BAD_PARAMETER');
    expect(text).toContain(message);
  });

  it.each([
    ['application/json', 'application/json'],
    ['text/csv', 'text/csv'],
    ['application/x-ndjson', 'application/x-ndjson'],
    ['text/html,*/*;q=0.8', 'application/json'],
  ])('answers Accept: %s with %s', async (accept, type) => {
    await using api = await startApiWorld();
    const answer = await fetch(`${api.url}/gaps`, { headers: { accept } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
  });

  it('says so when nothing it has is accepted', async () => {
    await using api = await startApiWorld();
    expect((await sendRaw(`${api.url}/gaps`, { headers: { accept: 'image/png' } })).status).toBe(406);
  });
});

describe('the CSV report', () => {
  it('is safe to open in a spreadsheet, whatever a file is called', async () => {
    await using api = await startApiWorld();
    const names = ['=HYPERLINK("http://evil")', '+1', '-2+3', '@SUM(A1)', '\tx', '\rx', 'a,"b"\nc'];
    for (const name of names) putGap(api.world, { subject: name, plexPath: asPlexPath(name) });
    const answer = await fetch(`${api.url}/gaps?format=csv`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(`,"'=HYPERLINK(""http://evil"")",`);
    for (const cell of [",'+1,", ",'-2+3,", ",'@SUM(A1),", ",'\tx,", `,"'\rx",`, `,"a,""b""\nc",`])
      expect(text).toContain(cell);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('holds everything, oldest first, over many portions', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 1_201);
    const lines = (await (await fetch(`${api.url}/gaps?format=csv`)).text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1_202);
    expect([lines[1], lines.at(-1)].map((line) => line?.split(',')[0])).toEqual(['1', '1201']);
  });

  it('takes a number, an order and a cursor as well', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 700);
    const text = await (await fetch(`${api.url}/gaps?format=csv&first=600&order=FIRST_SEEN_DESC`)).text();
    const ids = text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',')[0]);
    expect(ids).toHaveLength(601);
    expect([ids[1], ids[600]]).toEqual(['700', '101']);
  });

  it('gives back every cell that a reader of RFC 4180 takes apart', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', '=', "'", ' ', 'é') });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const line = toCsvLine(cells);
        const read = readCsvLine(line);
        expect(
          read.map((text, at) => (/^'[=\r]/.test(text) && cells[at] !== text ? text.slice(1) : text)),
        ).toEqual(cells);
        expect(read.every((text) => !/^[=+\-@\t\r]/.test(text))).toBe(true);
      }),
    );
  });
});

describe('the NDJSON report', () => {
  it('has one gap in each line', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 501);
    const text = await (await fetch(`${api.url}/gaps?format=ndjson`)).text();
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(
      Array.from({ length: 501 }, (_, index) => String(index + 1)),
    );
  });

  it('is empty when there is no gap', async () => {
    await using api = await startApiWorld();
    expect(await (await fetch(`${api.url}/gaps?format=ndjson`)).text()).toBe('');
  });

  it('is read on only as fast as the caller takes it, and no further once it hangs up', async () => {
    const counted = await countPortions();
    await using api = counted.api;
    const call = request(`${api.url}/gaps?format=ndjson`);
    call.end();
    const [response] = (await once(call, 'response')) as [NodeJS.ReadableStream & { destroy(): void }];
    response.pause();
    await until(() => counted.hasStalled());
    expect(counted.portions).toBeLessThan(counted.offered);
    response.destroy();
    const atTheEnd = counted.portions;
    await until(() => counted.hasStalled());
    expect(counted.portions).toBeLessThanOrEqual(atTheEnd + 1);
  });
});

describe('the gauges', () => {
  it('count gaps by kind and state, zeros included', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 2);
    const id = putGap(api.world, { subject: '/x.mp4' });
    api.world.gaps.suppress(id, { reason: 'known' });
    const text = await (await fetch(`${api.url}/metrics`)).text();
    expect(text).toContain('stash2plex_gaps{kind="STALE",state="OPEN"} 2');
    expect(text).toContain('stash2plex_gaps{kind="NOT_IN_STASH",state="SUPPRESSED"} 1');
    expect(text).toContain('stash2plex_gaps{kind="EMPTY",state="CLOSED"} 0');
  });
});

/** A store of gaps without end, counted by the portions that are asked for. */
async function countPortions() {
  const state = { portions: 0, seen: 0, calm: 0 };
  const offered = 100_000;
  const base = await startApiWorld();
  const gap = putGap(base.world, { subject: `/${'x'.repeat(2_000)}` });
  const node = base.world.gaps.findGap(gap);
  if (!node) throw new Error('expected the gap that was just put');
  await base[Symbol.asyncDispose]();
  const listGaps = ({ first }: { readonly first: number }) => {
    state.portions += 1;
    const entries = Array.from({ length: first }, () => ({ node, cursor: String(state.portions) }));
    return { entries, hasNextPage: state.portions < offered };
  };
  const api = await startApiWorld({ ports: { gaps: { listGaps } as never } });
  return {
    api,
    offered,
    get portions() {
      return state.portions;
    },
    hasStalled: (): boolean => {
      state.calm = state.portions > 0 && state.portions === state.seen ? state.calm + 1 : 0;
      state.seen = state.portions;
      return state.calm > 30;
    },
  };
}

/** Takes a line apart as RFC 4180 says. */
function readCsvLine(line: string): string[] {
  const cells = `,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"\r\n]*))/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
