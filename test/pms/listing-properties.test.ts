import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlexNotRead } from '../../src/gaps/plex-library.ts';
import { streamListing } from '../../src/pms/items.ts';
import type { ReadPage } from '../../src/pms/listing-page.ts';
import { collectPages } from '../support/pms-world.ts';

interface Change {
  /** After which answer it happens. */
  readonly after: number;
  readonly kind: 'ADD' | 'REMOVE' | 'SWAP';
  readonly at: number;
}

interface Server {
  readonly count: number;
  readonly pageSize: number;
  readonly paging: 'HONOURED' | 'IGNORED';
  readonly saysTotal: boolean;
  readonly changes: readonly Change[];
}

const change = fc.record<Change>({
  after: fc.integer({ min: 1, max: 12 }),
  kind: fc.constantFrom('ADD', 'REMOVE', 'SWAP'),
  at: fc.nat(40),
});

function servers(changes: fc.Arbitrary<readonly Change[]>): fc.Arbitrary<Server> {
  return fc.record({
    count: fc.integer({ min: 0, max: 40 }),
    pageSize: fc.integer({ min: 2, max: 15 }),
    paging: fc.constantFrom('HONOURED', 'IGNORED'),
    saysTotal: fc.boolean(),
    changes,
  });
}

/** A listing that changes between answers; `now` is what it holds at the moment. */
function simulate({ count, pageSize, paging, saysTotal, changes }: Server) {
  let now = Array.from({ length: count }, (_, index) => index);
  let next = count;
  let answers = 0;
  const read: ReadPage = async (start) => {
    const keys = paging === 'IGNORED' ? now : now.slice(start, start + pageSize);
    const total = saysTotal ? now.length : undefined;
    answers += 1;
    for (const { kind, at } of changes.filter(({ after }) => after === answers)) {
      const kept = kind === 'ADD' ? now : now.filter((_, index) => index !== at);
      now = kind === 'REMOVE' ? kept : [...kept, next++];
    }
    return { entries: keys.map((key) => ({ ratingKey: String(key), entry: {} })), total };
  };
  return { read, now: () => now.map(String) };
}

describe('a listing', () => {
  it('at rest is read whole, once each, in its order, whatever the pages', async () => {
    await fc.assert(
      fc.asyncProperty(servers(fc.constant([])), async (server) => {
        const { read, now } = simulate(server);
        const { keys, totals, error } = await collectPages(streamListing(read, { title: 'x' }));
        expect(error).toBeUndefined();
        expect(keys).toEqual(now());
        expect(totals.every((total) => total === server.count)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('that changes gives no item twice, and is either refused or as it was at some moment', async () => {
    let refused = 0;
    let read = 0;
    await fc.assert(
      fc.asyncProperty(servers(fc.array(change, { minLength: 1, maxLength: 3 })), async (server) => {
        const simulated = simulate(server);
        const moments = new Set<string>();
        const note = () => moments.add([...simulated.now()].sort().join());
        note();
        const noting: ReadPage = async (start) => {
          const page = await simulated.read(start);
          note();
          return page;
        };
        const { keys, totals, error } = await collectPages(streamListing(noting, { title: 'x' }));
        expect(new Set(keys).size).toBe(keys.length);
        if (error !== undefined) {
          expect(error).toBeInstanceOf(PlexNotRead);
          refused += 1;
          return;
        }
        read += 1;
        expect(totals.at(-1)).toBe(keys.length);
        expect(moments).toContain([...keys].sort().join());
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(refused, read)).toBeGreaterThan(50);
  });
});
