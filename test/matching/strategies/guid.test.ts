import { describe, expect, it } from 'vitest';
import { MatchingWorld, OUTAGE, toMatchScene } from '../../support/matching-world.ts';
import { ReferenceCatalog } from '../../support/reference-catalog.ts';

const ID = '5f3a9c1e-2b4d-4e6f-8a0b-1c2d3e4f5a6b';
const BOXED = { stashIds: [{ endpoint: 'https://stashdb.org/graphql', id: ID }] };

describe('matching by guid', () => {
  it('matches the scene that our own guid names', async () => {
    const world = new MatchingWorld({ scenes: [toMatchScene(7, [])] });
    expect(await world.outcomeOf({ guid: 'ours://movie/7' })).toEqual({
      kind: 'MATCHED',
      sceneId: '7',
      strategy: 'GUID',
    });
    expect(world.sceneReads).toBe(0);
  });

  it.each([ID, `stashdb://${ID}`, `stashdb://${ID.toUpperCase()}`, `stash-box://scene/${ID}`])(
    'matches the scene that carries the stash-box id %s',
    async (guid) => {
      const world = new MatchingWorld({ scenes: [toMatchScene(7, [], BOXED), toMatchScene(8, [])] });
      expect(await world.outcomeOf({ guid })).toMatchObject({ kind: 'MATCHED', sceneId: '7' });
    },
  );

  it('leaves two scenes with one stash-box id to the file', async () => {
    const scenes = [toMatchScene(7, ['/a/x.mp4'], BOXED), toMatchScene(8, ['/b/y.mp4'], BOXED)];
    const world = new MatchingWorld({ scenes });
    expect(await world.outcomeOf({ guid: ID })).toMatchObject({
      kind: 'AMBIGUOUS',
      candidates: [{ sceneId: '7' }, { sceneId: '8' }],
    });
    expect(await world.outcomeOf({ guid: ID, filename: '/b/y.mp4' })).toMatchObject({
      kind: 'MATCHED',
      sceneId: '8',
      strategy: 'PATH',
    });
  });

  it('asks Stash for a scene of ours that the catalog does not know yet', async () => {
    const world = new MatchingWorld({ scenes: [toMatchScene(7, [])], catalog: new ReferenceCatalog() });
    expect(await world.outcomeOf({ guid: 'ours://movie/7' })).toMatchObject({
      kind: 'MATCHED',
      sceneId: '7',
    });
    expect(world.sceneReads).toBe(1);
    expect(world.lookups).toEqual([]);
  });

  it('does not know whether a scene exists that neither catalog nor Stash can tell of', async () => {
    const world = new MatchingWorld({ isStashDown: true });
    expect(await world.outcomeOf({ guid: 'ours://movie/7' })).toEqual({ kind: 'UNKNOWN', cause: OUTAGE });
  });

  it('goes on with the file when the scene is gone', async () => {
    const world = new MatchingWorld({ scenes: [toMatchScene(8, ['/b/y.mp4'])] });
    const outcome = await world.outcomeOf({ guid: 'ours://movie/7', filename: '/b/y.mp4' });
    expect(outcome).toMatchObject({ kind: 'MATCHED', sceneId: '8', strategy: 'PATH' });
    expect(world.sceneReads).toBe(0);
    expect(await world.outcomeOf({ guid: 'ours://movie/7' })).toEqual({
      kind: 'MISSED',
      reason: 'NO_FILE_NAME',
    });
  });

  it.each([
    'tmdb://123',
    'ours://movie/abc',
    'ours://show/7',
    'plex://movie/5d776830880197001ec90a1e',
    ':// //',
  ])('makes nothing of %j', async (guid) => {
    const world = new MatchingWorld({ scenes: [toMatchScene(7, []), toMatchScene(123, [])] });
    expect(await world.outcomeOf({ guid })).toEqual({ kind: 'MISSED', reason: 'NO_FILE_NAME' });
  });
});
