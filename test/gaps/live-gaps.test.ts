import { describe, expect, it } from 'vitest';
import type { MatchOutcome, MissReason } from '../../src/matching/outcome.ts';
import { toSceneId } from '../../src/model/ids.ts';
import { GapWorld, ours, toRule } from '../support/gap-world.ts';

const MISSED: MatchOutcome = { kind: 'MISSED', reason: 'NOT_IN_STASH' };
const MATCHED: MatchOutcome = { kind: 'MATCHED', sceneId: toSceneId('1'), strategy: 'PATH' };
const AMBIGUOUS: MatchOutcome = { kind: 'AMBIGUOUS', candidates: [] };
const RULES = [toRule('/media', '/nas')];

function missed(reason: MissReason): MatchOutcome {
  return { kind: 'MISSED', reason };
}

describe('a finished match', () => {
  it.each<[MissReason, string]>([
    ['NOT_IN_STASH', 'NOT_IN_STASH NO_SUCH_FILE /media/a/x.mp4'],
    ['NO_RULE_COVERS_PATH', 'NOT_IN_STASH NO_RULE_COVERS_PATH /media/a/x.mp4'],
    ['NAME_NOT_DISTINCTIVE', 'NOT_IN_STASH NAME_AMBIGUOUS /media/a/x.mp4'],
    ['POLICY_FORBIDS', 'NOT_IN_STASH NAME_AMBIGUOUS /media/a/x.mp4'],
  ])('that missed for %s opens a gap at once', async (reason, expected) => {
    await using world = new GapWorld({ roots: ['/media'] });
    world.match('A/x.mp4', missed(reason));
    expect(await world.listOpen()).toEqual([expected]);
    expect((await world.listAll())[0]).toMatchObject({ foundBy: 'MATCH', plexPath: '/media/A/x.mp4' });
  });

  it.each<[string, MatchOutcome]>([
    ['could not be known', { kind: 'UNKNOWN', cause: { reason: 'STASH_UNREACHABLE', detail: 'x' } }],
    ['listed candidates', { kind: 'CANDIDATES', candidates: [] }],
    ['was withheld', missed('ADULT_NOT_REQUESTED')],
    ['was of another type', missed('TYPE_NOT_SERVED')],
    ['named no file', missed('NO_FILE_NAME')],
  ])('that %s neither opens nor closes anything', async (_name, outcome) => {
    await using world = new GapWorld({ roots: ['/media'] });
    world.match('x.mp4', MISSED);
    const before = await world.listAll();
    await world.clock.advance(1_000);
    world.match('x.mp4', outcome);
    world.match('y.mp4', outcome);
    expect(await world.listAll()).toEqual(before);
  });

  it('that found several scenes says that Plex does not show the file, not that Stash lacks it', async () => {
    await using world = new GapWorld({ roots: ['/media'] });
    world.match('x.mp4', MISSED);
    world.match('x.mp4', AMBIGUOUS);
    expect(await world.listOpen()).toEqual(['UNMATCHED NAME_AMBIGUOUS /media/x.mp4']);
    world.match('x.mp4', MISSED);
    expect(await world.listOpen()).toEqual(['NOT_IN_STASH NO_SUCH_FILE /media/x.mp4']);
  });

  it.each([MISSED, AMBIGUOUS])('that succeeds later closes the gap ($kind)', async (outcome) => {
    await using world = new GapWorld({ roots: ['/media'] });
    world.match('x.mp4', outcome);
    world.match('other.mp4', outcome);
    world.match('/x.mp4', MATCHED);
    expect(await world.listOpen()).toHaveLength(1);
    const [gap] = await world.listAll();
    expect(gap?.status).toEqual({ state: 'CLOSED', closedAt: world.clock.now() });
  });

  it('that misses again sees the gap again, under its id', async () => {
    await using world = new GapWorld({ roots: ['/media'] });
    world.match('x.mp4', MISSED);
    const firstSeenAt = world.clock.now();
    await world.clock.advance(5_000);
    world.match('X.mp4', MISSED);
    const [gap, ...others] = await world.listAll();
    expect(others).toEqual([]);
    expect(gap).toMatchObject({ id: '1', firstSeenAt, lastSeenAt: firstSeenAt + 5_000 });
  });

  it('without a known library folder says that the name is not in Stash', async () => {
    await using world = new GapWorld();
    world.match('a/x.mp4', MISSED);
    expect(await world.listOpen()).toEqual(['NOT_IN_STASH NO_SUCH_NAME a/x.mp4']);
    world.match('a/x.mp4', MATCHED);
    expect(await world.listOpen()).toEqual([]);
  });

  it('never throws, and tells a fault to whoever listens for it', async () => {
    const world = new GapWorld({ roots: ['/media'] });
    await world.close();
    world.match('x.mp4', MISSED);
    expect(world.failures).toHaveLength(1);
  });

  it('of a file that a sweep found absent closes that gap', async () => {
    await using world = new GapWorld({ rules: RULES, roots: ['/media', '/more'] });
    world.plex.add('Adult', ['/media', '/more'], [{ key: '1', files: ['/media/x.mp4'] }]);
    await world.sweepFully();
    world.match('x.mp4', MATCHED);
    expect(await world.listOpen()).toEqual([]);
  });

  it('leaves gaps alone when the name may mean two files that both have one', async () => {
    await using world = new GapWorld({ rules: RULES, roots: ['/media/a', '/media/b'] });
    const files = ['/media/a/x.mp4', '/media/b/x.mp4'];
    world.plex.add(
      'Adult',
      ['/media/a', '/media/b'],
      files.map((file) => ({ key: file, files: [file] })),
    );
    await world.sweepFully();
    world.match('x.mp4', MATCHED);
    expect(await world.listOpen()).toHaveLength(2);
  });
});

describe('a sweep after live gaps', () => {
  it('adopts the gap of a name: same id, first seen kept, no second one', async () => {
    await using world = new GapWorld({ rules: RULES, roots: ['/media/a', '/media/b'] });
    world.match('studio/x.mp4', MISSED);
    const [live] = await world.listAll();
    expect(live).toMatchObject({ subject: 'studio/x.mp4', plexPath: 'studio/x.mp4' });
    await world.clock.advance(1_000);
    const files = ['/media/b/Studio/x.mp4'];
    world.plex.add('Adult', ['/media/a', '/media/b'], [{ key: '7', files }]);
    expect((await world.sweepFully()).counts).toMatchObject({ opened: 0, unchanged: 1, closed: 0 });
    const [gap, ...others] = await world.listAll();
    expect(others).toEqual([]);
    expect(gap).toMatchObject({
      id: live?.id,
      subject: '/media/b/studio/x.mp4',
      plexPath: '/media/b/Studio/x.mp4',
      firstSeenAt: live?.firstSeenAt,
      foundBy: 'MATCH',
    });
    world.match('studio/x.mp4', MISSED);
    expect(await world.listAll()).toHaveLength(1);
    world.match('studio/x.mp4', MATCHED);
    expect(await world.listOpen()).toEqual([]);
  });

  it('adopts whole segments only', async () => {
    await using world = new GapWorld({ rules: RULES, roots: ['/media/a', '/media/b'] });
    world.match('x.mp4', MISSED);
    world.plex.add('Adult', ['/media/a', '/media/b'], [{ key: '7', files: ['/media/b/max.mp4'] }]);
    expect((await world.sweepFully()).counts).toMatchObject({ opened: 1, closed: 1 });
  });

  it('closes a live gap that it, having read every item, does not find', async () => {
    await using world = new GapWorld({ rules: RULES, roots: ['/media'] });
    world.match('x.mp4', MISSED);
    world.addScene(1, ['/nas/x.mp4']);
    world.plex.add('Adult', ['/media'], [{ key: '7', files: ['/media/x.mp4'], guid: ours(1) }]);
    expect((await world.sweepFully()).counts).toMatchObject({ closed: 1 });
  });

  it('keeps a live gap of a library that it does not compare', async () => {
    await using world = new GapWorld({ rules: RULES, roots: ['/media', '/mediathek'] });
    world.roots = ['/mediathek'];
    world.match('x.mp4', MISSED);
    world.plex.add('Adult', ['/media'], []);
    expect((await world.sweepFully()).counts).toMatchObject({ closed: 0 });
    expect(await world.listOpen()).toEqual(['NOT_IN_STASH NO_SUCH_FILE /mediathek/x.mp4']);
  });

  it('keeps a live gap that opened after the sweep began', async () => {
    await using world = new GapWorld({ rules: RULES, roots: ['/media'] });
    world.plex.add('Adult', ['/media'], []);
    world.plex.onCall = async (call) => {
      if (call !== 'streamItems') return;
      await world.clock.advance(1_000);
      world.match('x.mp4', MISSED);
    };
    await world.sweepFully();
    expect(await world.listOpen()).toEqual(['NOT_IN_STASH NO_SUCH_FILE /media/x.mp4']);
  });
});
