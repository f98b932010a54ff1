import { describe, expect, it } from 'vitest';
import { GapWorld, ours, toRule } from '../support/gap-world.ts';

const RULES = [toRule('/media/adult', '/nas/content')];
const LATER = '2026-02-01T00:00:00Z';

/** One difference of each kind and reason, beside things that are as they should be. */
function fill(world: GapWorld): void {
  world.addScene(1, ['/nas/content/a/fine.mp4'], { details: 'x' });
  world.addScene(2, ['/nas/content/a/other-agent.mp4']);
  world.addScene(3, ['/nas/content/a/no-agent.mp4']);
  world.addScene(4, ['/nas/content/a/wrong.mp4']);
  world.addScene(5, ['/nas/content/a/shows-deleted.mp4']);
  world.addScene(6, ['/nas/content/a/stale.mp4'], { updatedAt: LATER });
  world.addScene(7, ['/nas/content/a/empty.mp4'], { studio: { id: '1', name: 'Vixen' } });
  world.addScene(8, ['/nas/content/a/nothing-to-show.mp4']);
  world.addScene(9, ['/nas/content/a/only-in-stash.mp4']);
  world.addScene(10, ['/elsewhere/no-rule.mp4']);
  world.addScene(11, ['/nas/content/private/outside.mp4'], { studio: { id: '1', name: 'Vixen' } });
  world.addScene(12, ['/nas/content/a/two.mp4', '/nas/content/a/two-more.mp4']);
  world.addScene(13, []);
  world.serve(1, '2026-01-01T00:00:00Z');
  world.serve(6, '2026-01-01T00:00:00Z');
  world.serve(9, '2025-01-01T00:00:00Z');
  world.plex.add(
    'Adult',
    ['/media/adult/a', '/mnt/extra'],
    [
      { key: '101', files: ['/media/adult/a/fine.mp4'], guid: ours(1) },
      { key: '102', files: ['/media/adult/a/other-agent.mp4'], guid: 'plex://movie/5d77' },
      { key: '103', files: ['/media/adult/a/no-agent.mp4'], guid: 'local://103' },
      { key: '104', files: ['/media/adult/a/wrong.mp4'], guid: ours(1) },
      { key: '105', files: ['/media/adult/a/shows-deleted.mp4'], guid: ours(99) },
      { key: '106', files: ['/media/adult/a/stale.mp4'], guid: ours(6) },
      { key: '107', files: ['/media/adult/a/empty.mp4'], guid: ours(7), isBare: true },
      { key: '108', files: ['/media/adult/a/nothing-to-show.mp4'], guid: ours(8), isBare: true },
      { key: '109', files: ['/media/adult/a/two-more.mp4'], guid: ours(12) },
      { key: '110', files: ['/media/adult/a/new.mp4'] },
      { key: '111', files: ['/mnt/extra/uncovered.mp4'] },
      { key: '112', files: ['/media/adult/a/gone.mp4'], guid: ours(98) },
      { key: '113', files: [] },
    ],
  );
}

const EXPECTED = [
  'EMPTY NOTHING_SHOWN /media/adult/a/empty.mp4',
  'NOT_IN_PLEX FOLDER_NOT_IN_LIBRARY 11',
  'NOT_IN_PLEX NO_PLEX_ITEM 9',
  'NOT_IN_PLEX NO_RULE_COVERS_PATH 10',
  'NOT_IN_STASH NO_RULE_COVERS_PATH /mnt/extra/uncovered.mp4',
  'NOT_IN_STASH NO_SUCH_FILE /media/adult/a/new.mp4',
  'NOT_IN_STASH SCENE_DELETED /media/adult/a/gone.mp4',
  'STALE CHANGED_SINCE_SERVED 6',
  'UNMATCHED NO_AGENT /media/adult/a/no-agent.mp4',
  'UNMATCHED OTHER_AGENT /media/adult/a/other-agent.mp4',
  'WRONG_SCENE OTHER_SCENE /media/adult/a/wrong.mp4',
  'WRONG_SCENE SCENE_DELETED /media/adult/a/shows-deleted.mp4',
];

describe('a sweep over libraries that differ in every way', () => {
  it('finds exactly what differs, in both directions', async () => {
    await using world = new GapWorld({ rules: RULES });
    fill(world);
    const sweep = await world.sweepFully();
    expect(await world.listOpen()).toEqual(EXPECTED);
    expect(sweep.counts).toEqual({
      plexItems: 13,
      plexItemsExpected: 13,
      stashFiles: 13,
      opened: 12,
      closed: 0,
      unchanged: 0,
    });
  });

  it('says of each gap where it is on both sides', async () => {
    await using world = new GapWorld({ rules: RULES });
    fill(world);
    await world.sweepFully();
    const gaps = new Map((await world.listAll()).map((gap) => [`${gap.kind} ${gap.subject}`, gap]));
    expect(gaps.get('NOT_IN_PLEX 9')).toMatchObject({
      stashPath: '/nas/content/a/only-in-stash.mp4',
      plexPath: '/media/adult/a/only-in-stash.mp4',
      plexLibrary: 'Adult',
      sceneId: '9',
      foundBy: 'SWEEP',
    });
    expect(gaps.get('WRONG_SCENE /media/adult/a/wrong.mp4')).toMatchObject({
      plexRatingKey: '104',
      plexLibrary: 'Adult',
      sceneId: '4',
      stashPath: '/nas/content/a/wrong.mp4',
    });
    expect(gaps.get('NOT_IN_STASH /media/adult/a/new.mp4')).not.toHaveProperty('stashPath');
    expect(gaps.get('NOT_IN_STASH /media/adult/a/gone.mp4')).toMatchObject({ sceneId: '98' });
  });

  it('changes nothing the second time, and keeps every id', async () => {
    await using world = new GapWorld({ rules: RULES });
    fill(world);
    await world.sweepFully();
    const before = await world.listAll();
    await world.clock.advance(60_000);
    const again = await world.sweepFully();
    const after = await world.listAll();
    expect(again.counts).toMatchObject({ opened: 0, closed: 0, unchanged: 12 });
    const lastSeenAt = world.clock.now();
    expect(after).toEqual(before.map((gap) => ({ ...gap, lastSeenAt })));
  });

  it('closes what is gone and opens it again under its id when it comes back', async () => {
    await using world = new GapWorld({ rules: RULES });
    fill(world);
    await world.sweepFully();
    const [id] = (await world.listAll()).filter(({ subject }) => subject === '9').map((gap) => gap.id);
    world.removeScene(9);
    const closing = await world.sweepFully();
    expect(closing.counts).toMatchObject({ opened: 0, closed: 1, unchanged: 11 });
    expect(world.gaps.findGap(id ?? '')?.status.state).toBe('CLOSED');
    world.addScene(9, ['/nas/content/a/only-in-stash.mp4']);
    const reopening = await world.sweepFully();
    expect(reopening.counts).toMatchObject({ opened: 1, closed: 0, unchanged: 11 });
    expect(world.gaps.findGap(id ?? '')?.status.state).toBe('OPEN');
    expect(await world.listOpen()).toEqual(EXPECTED);
  });

  it('finds nothing between two empty libraries', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.plex.add('Adult', ['/media/adult'], []);
    expect((await world.sweepFully()).counts).toMatchObject({ plexItems: 0, opened: 0 });
  });

  it('finds every scene absent from a Plex library of 0 items', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.addScene(1, ['/nas/content/a.mp4']);
    world.plex.add('Adult', ['/media/adult'], []);
    await world.sweepFully();
    expect(await world.listOpen()).toEqual(['NOT_IN_PLEX NO_PLEX_ITEM 1']);
  });
});
