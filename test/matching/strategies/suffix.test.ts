import { describe, expect, it } from 'vitest';
import { MatchingWorld, toMatchScene } from '../../support/matching-world.ts';
import { ReferenceCatalog } from '../../support/reference-catalog.ts';

const MATCHED_BY_SUFFIX = { kind: 'MATCHED', strategy: 'SUFFIX' };

describe('matching by trailing segments', () => {
  it.each(['Studio/1.mp4', '/mnt/other/Studio/1.mp4', 'Z:\\videos\\Studio\\1.mp4'])(
    'matches %j by folder and name when they are unique, however common the name',
    async (filename) => {
      const scenes = [toMatchScene(1, ['/nas/Studio/1.mp4']), toMatchScene(2, ['/nas/Another/1.mp4'])];
      const world = new MatchingWorld({ scenes });
      expect(await world.outcomeOf({ filename })).toMatchObject({ ...MATCHED_BY_SUFFIX, sceneId: '1' });
      expect(world.lookups).toEqual([]);
    },
  );

  it('never chooses between scenes with the same trailing segments', async () => {
    const scenes = [toMatchScene(1, ['/a/Studio/x.mp4']), toMatchScene(2, ['/b/Studio/x.mp4'])];
    const world = new MatchingWorld({ scenes });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({ kind: 'AMBIGUOUS' });
    expect(world.lookups).toEqual([]);
  });

  it('tells scenes apart by further segments', async () => {
    const scenes = [toMatchScene(1, ['/n/A/2024/x.mp4']), toMatchScene(2, ['/n/B/2024/x.mp4'])];
    const world = new MatchingWorld({ scenes });
    expect(await world.outcomeOf({ filename: 'B/2024/x.mp4' })).toMatchObject({
      ...MATCHED_BY_SUFFIX,
      sceneId: '2',
    });
  });

  it('narrows several hits to the one in exact case', async () => {
    const scenes = [toMatchScene(1, ['/a/studio/x.mp4']), toMatchScene(2, ['/b/Studio/x.mp4'])];
    const world = new MatchingWorld({ scenes });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({ sceneId: '2' });
    expect(await world.outcomeOf({ filename: 'STUDIO/x.mp4' })).toMatchObject({ kind: 'AMBIGUOUS' });
  });

  it('compares whole segments only', async () => {
    const world = new MatchingWorld({ scenes: [toMatchScene(1, ['/nas/MyStudio/x.mp4'])] });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({ kind: 'MISSED' });
  });

  it('does not let the name of the library folder decide', async () => {
    const scenes = [toMatchScene(1, ['/nas/1.mp4']), toMatchScene(2, ['/old/Adult/1.mp4'])];
    const world = new MatchingWorld({ scenes, roots: ['/media/Adult'], rules: { '/unrelated': '/x' } });
    expect(await world.outcomeOf({ filename: 'Adult/1.mp4' })).toMatchObject({ kind: 'AMBIGUOUS' });
    expect(await world.outcomeOf({ filename: '/media/Adult/1.mp4' })).toMatchObject({ kind: 'AMBIGUOUS' });
  });

  it('still matches when a rule maps the file elsewhere, and says so', async () => {
    const world = new MatchingWorld({
      scenes: [toMatchScene(1, ['/moved/Studio/x.mp4'])],
      roots: ['/media'],
      rules: { '/media': '/nas' },
    });
    const { outcome, explanation } = await world.match({ filename: 'Studio/x.mp4' });
    expect(outcome).toMatchObject({ ...MATCHED_BY_SUFFIX, sceneId: '1' });
    const step = explanation.steps.find(({ strategy }) => strategy === 'SUFFIX');
    expect(step?.finding).toContain('Rule "rule 1" maps the file to a path that Stash does not have');
  });

  it('asks Stash first while the catalog is being filled, once', async () => {
    const known = toMatchScene(1, ['/a/Studio/x.mp4']);
    const unread = toMatchScene(2, ['/b/Studio/x.mp4']);
    const lonely = new MatchingWorld({ scenes: [known], catalog: new ReferenceCatalog([known], false) });
    expect(await lonely.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject(MATCHED_BY_SUFFIX);
    expect(lonely.lookups).toEqual([{ paths: [], suffix: ['Studio', 'x.mp4'] }]);
    const world = new MatchingWorld({
      scenes: [known, unread],
      catalog: new ReferenceCatalog([known], false),
    });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({ kind: 'AMBIGUOUS' });
    expect(world.lookups).toHaveLength(1);
  });

  it('takes a look-up that was cut short for no proof', async () => {
    const known = toMatchScene(1, ['/a/Studio/x.mp4']);
    const catalog = new ReferenceCatalog([known], false);
    const world = new MatchingWorld({ scenes: [known], catalog, isTruncated: true });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({ kind: 'AMBIGUOUS' });
  });

  it('takes more hits than it reads for a tie', async () => {
    const scenes = Array.from({ length: 60 }, (_, n) => toMatchScene(n + 1, [`/${n}/Studio/x.mp4`]));
    const world = new MatchingWorld({ scenes });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({ kind: 'AMBIGUOUS' });
  });

  it('asks the catalog a bounded number of times, however deep a name is', async () => {
    const world = new MatchingWorld({ scenes: [toMatchScene(1, ['/nas/Studio/x.mp4'])] });
    const filename = `${'a/'.repeat(2_000)}y.mp4`;
    expect(await world.outcomeOf({ filename })).toMatchObject({ kind: 'MISSED' });
    expect(world.catalog.asked).toBeLessThan(25);
    expect(await world.outcomeOf({ filename: `${'a/'.repeat(1_900)}Studio/x.mp4` })).toMatchObject(
      MATCHED_BY_SUFFIX,
    );
  });
});
