import { describe, expect, it } from 'vitest';
import type { IncompleteReason, Sweep } from '../../src/gaps/sweep.ts';
import { GapWorld, ours, toRule } from '../support/gap-world.ts';

const RULES = [toRule('/media', '/nas')];

/** One gap that a complete sweep would close, and several that it would open. */
async function fill(world: GapWorld): Promise<void> {
  world.plex.add('Adult', ['/media'], [{ key: '1', files: ['/media/1.mp4'] }]);
  await world.sweepFully();
  await world.clock.advance(1_000);
  world.addScene(1, ['/nas/1.mp4']);
  world.addScene(2, ['/nas/2.mp4']);
  world.plex.setItems('Adult', [
    { key: '1', files: ['/media/1.mp4'], guid: ours(1) },
    { key: '3', files: ['/media/3.mp4'] },
    { key: '4', files: ['/media/4.mp4'] },
  ]);
}

function expectIncomplete(sweep: Sweep, reason: IncompleteReason): void {
  expect(sweep.status).toMatchObject({ state: 'INCOMPLETE', cause: { reason } });
}

type Trouble = readonly [string, IncompleteReason, (world: GapWorld) => void];

const TROUBLES: readonly Trouble[] = [
  [
    'Stash goes away',
    'STASH_INCOMPLETE',
    (world) => {
      world.refresh = async () => ({ reason: 'STASH_UNREACHABLE', detail: 'Stash does not answer.' });
    },
  ],
  [
    'the token is wrong',
    'PLEX_UNAUTHORIZED',
    (world) => world.plex.failAt('listSections', { reason: 'PLEX_UNAUTHORIZED', detail: 'Wrong token.' }),
  ],
  [
    'Plex restarts in the middle of a listing',
    'PLEX_STARTING',
    (world) => {
      let pages = 0;
      const fail = () => world.plex.failAt('streamItems', { reason: 'PLEX_STARTING', detail: 'Starting.' });
      world.plex.onCall = (call) => {
        if (call === 'streamItems' && (pages += 1) === 1) fail();
      };
    },
  ],
  [
    'a library is scanned',
    'SECTION_REFRESHING',
    (world) => world.plex.change('Adult', { isRefreshing: true }),
  ],
  [
    'a scan begins while items are read',
    'SECTION_REFRESHING',
    (world) => {
      world.plex.onCall = (call) => {
        if (call === 'streamItems') world.plex.change('Adult', { isRefreshing: true });
      };
    },
  ],
  [
    'a folder is added while items are read',
    'LISTING_CHANGED',
    (world) => {
      world.plex.onCall = (call) => {
        if (call === 'streamItems') world.plex.add('New', ['/new'], []);
      };
    },
  ],
  [
    'the total moves between two pages',
    'LISTING_CHANGED',
    (world) => {
      world.plex.announced = (page) => 3 + page;
    },
  ],
  [
    'fewer items come than were announced',
    'LISTING_CHANGED',
    (world) => {
      world.plex.announced = () => 4;
    },
  ],
  [
    'a mount is away',
    'FILES_NOT_ACCESSIBLE',
    (world) => {
      for (const key of ['1', '3', '4']) world.plex.inaccessible.add(key);
    },
  ],
  ['no library is to be compared', 'NO_LIBRARY', (world) => world.plex.remove('Adult')],
];

describe('a sweep that cannot read both sides', () => {
  it.each(TROUBLES)('changes no gap when %s', async (_name, reason, cause) => {
    await using world = new GapWorld({ rules: RULES });
    await fill(world);
    const before = await world.listAll();
    cause(world);
    expectIncomplete(await world.sweep(), reason);
    expect(await world.listAll()).toEqual(before);
    expect(world.gaps.listSweeps({ first: 1 }).entries[0]?.node.status).toMatchObject({ cause: { reason } });
    expect(world.failures).toEqual([]);
    expect(world.opened.database.find('SELECT count(*) AS rows FROM sweep_files')).toEqual({ rows: 0 });
  });

  it('finds them all once the trouble is over', async () => {
    await using world = new GapWorld({ rules: RULES });
    await fill(world);
    const { counts } = await world.sweepFully();
    expect(counts).toMatchObject({ opened: 3, closed: 1, unchanged: 0 });
  });

  it('says that no Plex is configured', async () => {
    await using world = new GapWorld({ withoutPlex: true });
    expectIncomplete(await world.sweep(), 'PLEX_NOT_CONFIGURED');
  });

  it('goes on when single files cannot be opened, and asks for no more than 20', async () => {
    await using world = new GapWorld({ rules: RULES });
    const items = Array.from({ length: 100 }, (_, at) => ({ key: String(at), files: [`/media/${at}.mp4`] }));
    world.plex.add('Adult', ['/media'], items);
    world.plex.inaccessible.add('0');
    await world.sweepFully();
    expect(world.plex.asked).toBeGreaterThan(5);
    expect(world.plex.asked).toBeLessThanOrEqual(20);
  });

  it('ends as interrupted and tells the fault when this side fails', async () => {
    await using world = new GapWorld({ rules: RULES });
    await fill(world);
    const fault = new Error('a fault');
    world.plex.onCall = () => {
      throw fault;
    };
    expectIncomplete(await world.sweep(), 'INTERRUPTED');
    expect(world.failures).toEqual([fault]);
  });
});

describe('a library that shrank', () => {
  const items = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ key: String(at), files: [`/media/${at}.mp4`] }));

  it('is believed when the next sweep sees it again', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.plex.add('Adult', ['/media'], items(10));
    await world.sweepFully();
    world.plex.setItems('Adult', items(4));
    expectIncomplete(await world.sweep(), 'LISTING_SHRANK');
    expect(await world.listOpen()).toHaveLength(10);
    expect((await world.sweepFully()).counts).toMatchObject({ closed: 6, unchanged: 4 });
    expect((await world.sweepFully()).counts).toMatchObject({ closed: 0 });
  });

  it('is not believed when it shrinks on', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.plex.add('Adult', ['/media'], items(10));
    await world.sweepFully();
    world.plex.setItems('Adult', items(4));
    expectIncomplete(await world.sweep(), 'LISTING_SHRANK');
    world.plex.setItems('Adult', items(1));
    expectIncomplete(await world.sweep(), 'LISTING_SHRANK');
    expect(await world.listOpen()).toHaveLength(10);
  });

  it('is forgotten to have shrunk when it is whole again', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.plex.add('Adult', ['/media'], items(10));
    await world.sweepFully();
    world.plex.setItems('Adult', items(4));
    await world.sweep();
    world.plex.setItems('Adult', items(10));
    await world.sweepFully();
    world.plex.setItems('Adult', items(4));
    expectIncomplete(await world.sweep(), 'LISTING_SHRANK');
  });

  it('may lose half', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.plex.add('Adult', ['/media'], items(10));
    await world.sweepFully();
    world.plex.setItems('Adult', items(5));
    expect((await world.sweepFully()).counts).toMatchObject({ closed: 5 });
  });

  it('is taken for shrunk when it vanishes', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.plex.add('Adult', ['/media'], items(2));
    world.plex.add('More', ['/more'], items(1));
    await world.sweepFully();
    world.plex.remove('Adult');
    expectIncomplete(await world.sweep(), 'LISTING_SHRANK');
    await world.sweepFully();
  });
});

describe('running sweeps', () => {
  /** Holds the sweep at its first page until `release`. */
  function hold(world: GapWorld) {
    const reached = Promise.withResolvers<undefined>();
    const released = Promise.withResolvers<undefined>();
    world.plex.onCall = async (call) => {
      if (call !== 'streamItems') return;
      reached.resolve(undefined);
      await released.promise;
    };
    return { reached: reached.promise, release: () => released.resolve(undefined) };
  }

  it('are never two at once', async () => {
    await using world = new GapWorld({ rules: RULES });
    await fill(world);
    const { reached, release } = hold(world);
    const first = world.gaps.startSweep('SCHEDULE');
    await reached;
    const second = world.gaps.startSweep('REQUEST');
    expect(second.id).toBe(first.id);
    expect(second).toMatchObject({
      trigger: 'SCHEDULE',
      status: { state: 'RUNNING', phase: 'READING_PLEX' },
    });
    release();
    await world.gaps.sweepEnded();
    expect(world.gaps.running()).toBeUndefined();
    expect(world.gaps.countSweeps()).toBe(2);
  });

  it('are cancelled between two pages and change no gap', async () => {
    await using world = new GapWorld({ rules: RULES });
    await fill(world);
    const before = await world.listAll();
    const { reached, release } = hold(world);
    world.gaps.startSweep('REQUEST');
    await reached;
    const cancelling = world.gaps.cancelSweep();
    release();
    expect((await cancelling)?.status.state).toBe('CANCELLED');
    expect(await world.listAll()).toEqual(before);
    expect(await world.gaps.cancelSweep()).toBeUndefined();
  });

  it('end as interrupted when the service stops', async () => {
    await using world = new GapWorld({ rules: RULES });
    await fill(world);
    const { reached, release } = hold(world);
    world.gaps.startSweep('REQUEST');
    await reached;
    const stopping = world.gaps.stop();
    release();
    await stopping;
    expectIncomplete(world.ended[1] ?? world.gaps.startSweep('REQUEST'), 'INTERRUPTED');
  });

  it('tell their counts while they run, and once more at the end', async () => {
    await using world = new GapWorld({ rules: RULES });
    await fill(world);
    const told = world.gaps.events.sweepProgress()[Symbol.asyncIterator]();
    await world.sweepFully();
    const seen: Sweep[] = [];
    while (seen.at(-1)?.status.state !== 'COMPLETE') seen.push((await told.next()).value as Sweep);
    const phases = seen.map(({ status }) => (status.state === 'RUNNING' ? status.phase : status.state));
    expect([...new Set(phases)]).toEqual([
      'READING_STASH',
      'READING_PLEX',
      'COMPARING',
      'APPLYING',
      'COMPLETE',
    ]);
    expect(seen.map(({ counts }) => counts.plexItems)).toEqual(expect.arrayContaining([0, 2, 3]));
  });

  it('are listed newest first, page by page, and forgotten after a year', async () => {
    await using world = new GapWorld({ rules: RULES });
    await fill(world);
    await world.clock.advance(364 * 86_400_000);
    await world.sweepFully();
    await world.sweepFully();
    const first = world.gaps.listSweeps({ first: 2 });
    expect(first.hasNextPage).toBe(true);
    const rest = world.gaps.listSweeps({ first: 2, after: first.entries[1]?.cursor ?? '' });
    expect(rest.hasNextPage).toBe(false);
    expect([...first.entries, ...rest.entries].map(({ node }) => Number(node.id))).toEqual([3, 2, 1]);
    await world.clock.advance(2 * 86_400_000);
    await world.sweepFully();
    expect(world.gaps.countSweeps()).toBe(3);
    expect(() => world.gaps.listSweeps({ first: 1, after: 'x' })).toThrow('expected a cursor');
  });
});
