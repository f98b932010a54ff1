import { describe, expect, it } from 'vitest';
import { InvalidCursorError } from '../../src/gaps/gap-cursor.ts';
import type { GapFilter, GapOrder } from '../../src/gaps/gap-query.ts';
import { collect, GapWorld, toRule } from '../support/gap-world.ts';

const RULES = [toRule('/media', '/nas')];
const VIXEN = { studio: { id: '1', name: 'Vixen Ünited' } };

/** Three gaps of two kinds, opened at three times. */
async function fill(world: GapWorld): Promise<void> {
  world.plex.add('Adult', ['/media'], []);
  world.addScene(1, ['/nas/b/100%_Sure.mp4'], VIXEN);
  await world.sweepFully();
  await world.clock.advance(1_000);
  world.addScene(2, ['/nas/A/second.mp4']);
  await world.sweepFully();
  await world.clock.advance(1_000);
  world.plex.setItems('Adult', [{ key: '9', files: ['/media/c/Ünïcode.mp4'] }]);
  await world.sweepFully();
}

async function listIds(world: GapWorld, filter: GapFilter): Promise<string[]> {
  const listed = world.gaps.listGaps({ filter, first: 10 }).entries.map(({ node }) => node.id);
  const streamed = (await collect(world.gaps.streamGaps(filter))).map(({ id }) => id);
  expect(world.gaps.countGaps(filter).total).toBe(listed.length);
  expect(streamed.sort()).toEqual([...listed].sort());
  return streamed;
}

describe('a list of gaps', () => {
  it.each<[string, GapFilter, readonly string[]]>([
    ['without a filter', {}, ['1', '2', '3']],
    ['of one kind', { kinds: ['NOT_IN_STASH'] }, ['3']],
    ['of no kind', { kinds: [] }, []],
    ['for one reason', { reasons: ['NO_PLEX_ITEM'] }, ['1', '2']],
    ['in another state', { states: ['CLOSED', 'SUPPRESSED'] }, []],
    ['with part of a path in any case', { pathContains: 'A/SEC' }, ['2']],
    ['with part of the other path', { pathContains: '/nas/' }, ['1', '2']],
    ['with a percent sign that is no wildcard', { pathContains: '100%' }, ['1']],
    ['with an underscore that is no wildcard', { pathContains: 'd_second' }, []],
    ['with a backslash for a slash', { pathContains: 'a\\second' }, ['2']],
    ['with letters beyond ASCII, decomposed', { pathContains: 'u\u0308NI\u0308CODE' }, ['3']],
    ['of a studio in any case', { studio: 'vixen üNITED' }, ['1']],
    ['of part of a studio', { studio: 'vixen' }, []],
    ['first seen since', { firstSeenSince: Date.parse('2026-01-01T00:00:01Z') }, ['2', '3']],
    [
      'with all members at once',
      { kinds: ['NOT_IN_PLEX'], pathContains: 'b/', studio: 'Vixen Ünited' },
      ['1'],
    ],
  ])('%s shows what fits', async (_name, filter, expected) => {
    await using world = new GapWorld({ rules: RULES });
    await fill(world);
    expect(await listIds(world, filter)).toEqual(expected);
  });

  it.each<[GapOrder, readonly string[]]>([
    [{ field: 'FIRST_SEEN', direction: 'ASC' }, ['1', '2', '3']],
    [{ field: 'FIRST_SEEN', direction: 'DESC' }, ['3', '2', '1']],
    [{ field: 'LAST_SEEN', direction: 'ASC' }, ['1', '2', '3']],
    [{ field: 'LAST_SEEN', direction: 'DESC' }, ['3', '2', '1']],
    [{ field: 'PATH', direction: 'ASC' }, ['2', '1', '3']],
    [{ field: 'PATH', direction: 'DESC' }, ['3', '1', '2']],
  ])('goes page by page without losing or repeating any (%o)', async (order, expected) => {
    await using world = new GapWorld({ rules: RULES });
    await fill(world);
    const ids: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = world.gaps.listGaps({ order, first: 1, ...(after !== undefined && { after }) });
      ids.push(...page.entries.map(({ node }) => node.id));
      after = page.entries.at(-1)?.cursor;
      more = page.hasNextPage;
    }
    expect(ids).toEqual(expected);
  });

  it('counts by kind, reason and state', async () => {
    await using world = new GapWorld({ rules: RULES });
    await fill(world);
    world.gaps.suppress('1', { reason: 'x' });
    const counts = world.gaps.countGaps({ states: ['OPEN', 'SUPPRESSED'] });
    expect(counts.total).toBe(3);
    expect(Object.fromEntries(counts.byKind)).toEqual({ NOT_IN_PLEX: 2, NOT_IN_STASH: 1 });
    expect(Object.fromEntries(counts.byReason)).toEqual({ NO_PLEX_ITEM: 2, NO_SUCH_FILE: 1 });
    expect(Object.fromEntries(counts.byState)).toEqual({ OPEN: 2, SUPPRESSED: 1 });
    expect(world.gaps.listGauges()).toEqual(
      expect.arrayContaining([
        { kind: 'NOT_IN_PLEX', state: 'OPEN', count: 1 },
        { kind: 'NOT_IN_PLEX', state: 'SUPPRESSED', count: 1 },
        { kind: 'NOT_IN_STASH', state: 'OPEN', count: 1 },
      ]),
    );
  });

  it('streams more than one page', async () => {
    await using world = new GapWorld({ rules: RULES });
    for (let id = 1; id <= 1_001; id += 1) world.addScene(id, [`/nas/${id}.mp4`]);
    world.plex.add('Adult', ['/media'], []);
    await world.sweepFully();
    const ids = (await collect(world.gaps.streamGaps())).map(({ id }) => Number(id));
    expect(ids).toEqual(Array.from({ length: 1_001 }, (_, at) => at + 1));
  });

  it.each(['', 'x', 'W10', btoa('["PATH","ASC",1,"1"]'), btoa('["LAST_SEEN","DESC",1.5,"1"]'), btoa('null')])(
    'refuses the cursor %j',
    async (after) => {
      await using world = new GapWorld();
      expect(() => world.gaps.listGaps({ first: 1, after })).toThrow(InvalidCursorError);
    },
  );

  it('refuses a cursor of another order', async () => {
    await using world = new GapWorld({ rules: RULES });
    await fill(world);
    const after = world.gaps.listGaps({ first: 1 }).entries[0]?.cursor ?? '';
    const order: GapOrder = { field: 'LAST_SEEN', direction: 'ASC' };
    expect(() => world.gaps.listGaps({ first: 1, after, order })).toThrow(InvalidCursorError);
  });
});
