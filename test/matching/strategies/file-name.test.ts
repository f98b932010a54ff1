import { describe, expect, it } from 'vitest';
import { MatchingWorld, toMatchScene } from '../../support/matching-world.ts';
import { ReferenceCatalog } from '../../support/reference-catalog.ts';

const NAME = 'Some Studio - A Walk In The Rain.mp4';

describe('matching by file name', () => {
  it('matches a distinctive name that is unique, in whatever folder', async () => {
    const world = new MatchingWorld({ scenes: [toMatchScene(1, [`/nas/a/${NAME}`])] });
    for (const filename of [NAME, `/elsewhere/${NAME}`, `E:\\${NAME}`])
      expect(await world.outcomeOf({ filename })).toEqual({
        kind: 'MATCHED',
        sceneId: '1',
        strategy: 'FILE_NAME',
      });
    expect(world.lookups).toEqual([]);
  });

  it('does not choose between two files of one name', async () => {
    const scenes = [toMatchScene(1, [`/a/${NAME}`]), toMatchScene(2, [`/b/${NAME}`])];
    expect(await new MatchingWorld({ scenes }).outcomeOf({ filename: NAME })).toMatchObject({
      kind: 'AMBIGUOUS',
    });
  });

  it('never matches a common name, whatever the policy', async () => {
    const scenes = [toMatchScene(1, ['/nas/a/scene1.mp4'], { title: 'Scene1' })];
    for (const policy of ['path', 'filename', 'loose'] as const)
      expect(await new MatchingWorld({ scenes, policy }).outcomeOf({ filename: 'scene1.mp4' })).toEqual({
        kind: 'MISSED',
        reason: 'NAME_NOT_DISTINCTIVE',
      });
  });

  it('leaves a distinctive name to a person when the policy asks for a path', async () => {
    const world = new MatchingWorld({ scenes: [toMatchScene(1, [`/nas/a/${NAME}`])], policy: 'path' });
    expect(await world.outcomeOf({ filename: NAME })).toEqual({ kind: 'MISSED', reason: 'POLICY_FORBIDS' });
    expect(await world.outcomeOf({ filename: NAME, manual: 1 })).toMatchObject({
      kind: 'CANDIDATES',
      candidates: [{ sceneId: '1', strategy: 'FILE_NAME', certain: false }],
    });
  });

  it('asks Stash for the bare name while the catalog is being filled', async () => {
    const known = toMatchScene(1, [`/a/${NAME}`]);
    const unread = toMatchScene(2, [`/b/${NAME}`]);
    const world = new MatchingWorld({
      scenes: [known, unread],
      catalog: new ReferenceCatalog([known], false),
    });
    expect(await world.outcomeOf({ filename: `/x/${NAME}` })).toMatchObject({ kind: 'AMBIGUOUS' });
    expect(world.lookups).toEqual([{ paths: [`/x/${NAME}`], suffix: [NAME] }]);
  });
});
