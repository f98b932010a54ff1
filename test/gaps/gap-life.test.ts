import { describe, expect, it } from 'vitest';
import type { Gap } from '../../src/gaps/gap.ts';
import { collect, GapWorld, toRule } from '../support/gap-world.ts';

const RULES = [toRule('/media', '/nas')];
const DAY_MS = 86_400_000;

/** A world with one gap: scene 1 is not in Plex. */
async function withGap(world: GapWorld): Promise<Gap> {
  world.addScene(1, ['/nas/1.mp4']);
  world.plex.add('Adult', ['/media'], []);
  await world.sweepFully();
  const [gap] = await world.listAll();
  if (gap === undefined) throw new Error('expected a gap, but got: none');
  return gap;
}

async function stateOf(world: GapWorld, { id }: Gap): Promise<string | undefined> {
  await world.sweepFully();
  return world.gaps.findGap(id)?.status.state;
}

function change(world: GapWorld, updatedAt: string): void {
  world.addScene(1, ['/nas/1.mp4'], { updatedAt });
}

describe('a suppressed gap', () => {
  it('stays hidden while sweeps find it, and counts as unchanged', async () => {
    await using world = new GapWorld({ rules: RULES });
    const gap = await withGap(world);
    expect(world.gaps.suppress(gap.id, { reason: ' not for Plex ' }).kind).toBe('CHANGED');
    expect((await world.sweepFully()).counts).toMatchObject({ opened: 0, unchanged: 1, closed: 0 });
    expect(world.gaps.findGap(gap.id)?.status).toEqual({
      state: 'SUPPRESSED',
      suppression: {
        reason: 'not for Plex',
        at: world.clock.now(),
        sceneUpdatedAt: '2026-01-01T00:00:00Z',
      },
    });
    expect(await world.listOpen()).toEqual([]);
  });

  it('comes back once Stash changed the scene', async () => {
    await using world = new GapWorld({ rules: RULES });
    const gap = await withGap(world);
    world.gaps.suppress(gap.id, { reason: 'x' });
    change(world, '2026-03-01T00:00:00Z');
    expect(await stateOf(world, gap)).toBe('OPEN');
    expect(await stateOf(world, gap)).toBe('OPEN');
  });

  it('stays hidden when Stash writes the same instant in another offset', async () => {
    await using world = new GapWorld({ rules: RULES });
    const gap = await withGap(world);
    world.gaps.suppress(gap.id, { reason: 'x' });
    change(world, '2026-01-01T01:00:00+01:00');
    expect(await stateOf(world, gap)).toBe('SUPPRESSED');
  });

  it('shows again by itself when its time has passed, without a sweep', async () => {
    await using world = new GapWorld({ rules: RULES });
    const gap = await withGap(world);
    world.gaps.suppress(gap.id, { reason: 'x', until: world.clock.now() + DAY_MS });
    await world.clock.advance(DAY_MS - 1);
    expect(world.gaps.findGap(gap.id)?.status.state).toBe('SUPPRESSED');
    await world.clock.advance(1);
    expect(world.gaps.countGaps().total).toBe(1);
  });

  it('stays hidden when it closes and is found again with the scene unchanged', async () => {
    await using world = new GapWorld({ rules: RULES });
    const gap = await withGap(world);
    world.gaps.suppress(gap.id, { reason: 'x' });
    world.removeScene(1);
    expect(await stateOf(world, gap)).toBe('CLOSED');
    change(world, '2026-01-01T00:00:00Z');
    expect(await stateOf(world, gap)).toBe('SUPPRESSED');
    expect(await world.listAll()).toHaveLength(1);
  });

  it('comes back when it closes and is found again with the scene changed, or too late', async () => {
    await using world = new GapWorld({ rules: RULES });
    const gap = await withGap(world);
    world.gaps.suppress(gap.id, { reason: 'x', until: world.clock.now() + DAY_MS });
    world.removeScene(1);
    await world.sweepFully();
    change(world, '2026-05-05T00:00:00Z');
    expect(await stateOf(world, gap)).toBe('OPEN');
    world.gaps.suppress(gap.id, { reason: 'x', until: world.clock.now() + DAY_MS });
    world.removeScene(1);
    await world.sweepFully();
    await world.clock.advance(DAY_MS);
    change(world, '2026-05-05T00:00:00Z');
    expect(await stateOf(world, gap)).toBe('OPEN');
  });

  it('is shown again by a person, and may be suppressed anew', async () => {
    await using world = new GapWorld({ rules: RULES });
    const gap = await withGap(world);
    world.gaps.suppress(gap.id, { reason: 'x' });
    expect(world.gaps.reopen(gap.id)).toMatchObject({ kind: 'CHANGED', gap: { status: { state: 'OPEN' } } });
    expect(world.gaps.reopen(gap.id)).toMatchObject({ kind: 'CHANGED' });
    expect(world.gaps.suppress(gap.id, { reason: 'y' }).kind).toBe('CHANGED');
  });

  it('is hidden for live matches too', async () => {
    await using world = new GapWorld({ roots: ['/media'] });
    world.match('x.mp4', { kind: 'MISSED', reason: 'NOT_IN_STASH' });
    world.gaps.suppress('1', { reason: 'x' });
    world.match('x.mp4', { kind: 'MISSED', reason: 'NOT_IN_STASH' });
    expect(world.gaps.findGap('1')?.status.state).toBe('SUPPRESSED');
  });
});

describe('a wish that cannot be met', () => {
  it.each([
    ['an empty reason', { reason: '  ' }],
    ['a reason of 501 characters', { reason: 'x'.repeat(501) }],
    ['an end that is now', { reason: 'x', until: Date.parse('2026-01-01T00:00:00Z') }],
    ['an end that is no time', { reason: 'x', until: Number.NaN }],
  ])('is refused for %s', async (_name, wish) => {
    await using world = new GapWorld({ rules: RULES });
    const gap = await withGap(world);
    expect(world.gaps.suppress(gap.id, wish)).toMatchObject({ kind: 'REFUSED' });
    expect(world.gaps.findGap(gap.id)).toEqual(gap);
  });

  it('is refused for a closed gap', async () => {
    await using world = new GapWorld({ rules: RULES });
    const gap = await withGap(world);
    world.removeScene(1);
    await world.sweepFully();
    expect(world.gaps.suppress(gap.id, { reason: 'x' }).kind).toBe('REFUSED');
    expect(world.gaps.reopen(gap.id).kind).toBe('REFUSED');
  });

  it.each(['0', '2', '', 'x', '1; DROP TABLE gaps', '9'.repeat(30)])('finds no gap %j', async (id) => {
    await using world = new GapWorld({ rules: RULES });
    await withGap(world);
    expect(world.gaps.suppress(id, { reason: 'x' })).toEqual({ kind: 'NOT_FOUND' });
    expect(world.gaps.findGap(id)).toBeUndefined();
  });
});

describe('what is remembered', () => {
  it('forgets a gap that closed a year ago, but not what somebody suppressed', async () => {
    await using world = new GapWorld({ rules: RULES });
    await withGap(world);
    world.addScene(2, ['/nas/2.mp4']);
    await world.sweepFully();
    world.gaps.suppress('2', { reason: 'x' });
    world.removeScene(1);
    world.removeScene(2);
    await world.sweepFully();
    await world.clock.advance(366 * DAY_MS);
    await world.sweepFully();
    expect((await world.listAll()).map(({ id }) => id)).toEqual(['2']);
  });

  it('tells each gap as it opens, is suppressed and closes', async () => {
    await using world = new GapWorld({ rules: RULES });
    const leaving = new AbortController();
    const told = collect(
      (async function* () {
        for await (const gap of world.gaps.events.gapChanged(['NOT_IN_PLEX'], leaving.signal)) {
          yield gap.status.state;
          if (gap.status.state === 'CLOSED') leaving.abort();
        }
      })(),
    );
    const gap = await withGap(world);
    world.gaps.suppress(gap.id, { reason: 'x' });
    await world.clock.advance(1_000);
    world.removeScene(1);
    await world.sweepFully();
    expect(await told).toEqual(['OPEN', 'SUPPRESSED', 'CLOSED']);
  });
});
