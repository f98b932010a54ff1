import { describe, expect, it } from 'vitest';
import type { PullWorld } from '../support/pull-world.ts';
import { openPullWorld } from '../support/pull-world.ts';
import { sampleScene, sampleScenes } from '../support/sample-scene.ts';

function drop({ source }: PullWorld, from: number, to: number): void {
  for (let id = from; id <= to; id += 1) source.scenes.delete(sampleScene(id).id);
}

describe.each(['FULL', 'DIFF'] as const)('a %s pass that came to its end', (kind) => {
  it('removes the scenes that it did not see', async () => {
    const world = openPullWorld(sampleScenes(100));
    await world.pull('FULL');
    drop(world, 1, 1);
    drop(world, 50, 59);
    drop(world, 100, 100);
    expect(await world.pull(kind)).toMatchObject({ removed: 12, scenes: 88, held: 0 });
    expect(world.listIds()).not.toContain(50);
    expect(world.index.listFilesEndingIn(['scene 50.mp4'], 5)).toEqual([]);
  });

  it('keeps everything when it was cut short', async () => {
    const world = openPullWorld(sampleScenes(100));
    await world.pull('FULL');
    drop(world, 90, 100);
    world.source.beforeAnswer = (question) => {
      if (question === 'listScenesWithoutCoverAfter') throw new Error('Stash is gone');
    };
    await expect(world.pull(kind)).rejects.toThrow('Stash is gone');
    expect(world.listIds()).toHaveLength(100);
    world.source.beforeAnswer = () => undefined;
    expect(await world.pull(kind)).toMatchObject({ removed: 11 });
  });

  it('keeps a scene that came in from elsewhere while it went on', async () => {
    const world = openPullWorld(sampleScenes(20));
    await world.pull('FULL');
    world.source.beforeAnswer = (question) => {
      if (question !== 'listScenesWithoutCoverAfter') return;
      world.source.put(sampleScene(21));
      world.store.recordScene(sampleScene(21));
    };
    expect(await world.pull(kind)).toMatchObject({ removed: 0, scenes: 21 });
  });

  it('keeps more than half of a library until a second pass misses it too', async () => {
    const world = openPullWorld(sampleScenes(100));
    await world.pull('FULL');
    drop(world, 1, 60);
    expect(await world.pull(kind)).toMatchObject({ removed: 0, held: 60, scenes: 100 });
    expect(world.store.findHeldRemoval()?.scenes).toBe(60);
    expect(world.index.isComplete()).toBe(true);
    expect(await world.pull(kind)).toMatchObject({ removed: 60, held: 0, scenes: 40 });
    expect(world.store.findHeldRemoval()).toBeUndefined();
  });

  it('keeps an emptied library over a pass, and forgets the doubt when the scenes are back', async () => {
    const world = openPullWorld(sampleScenes(100));
    await world.pull('FULL');
    drop(world, 1, 100);
    expect(await world.pull(kind)).toMatchObject({ removed: 0, held: 100 });
    for (const scene of sampleScenes(100)) world.source.put(scene);
    expect(await world.pull(kind)).toMatchObject({ removed: 0, held: 0, scenes: 100 });
    drop(world, 1, 100);
    expect(await world.pull(kind)).toMatchObject({ removed: 0, held: 100 });
  });

  it('removes only what both passes missed when they disagree', async () => {
    const world = openPullWorld(sampleScenes(200));
    await world.pull('FULL');
    drop(world, 1, 110);
    await world.pull(kind);
    for (const scene of sampleScenes(60)) world.source.put(scene);
    drop(world, 120, 199);
    expect(await world.pull(kind)).toMatchObject({ removed: 50, held: 80 });
  });

  it('removes most of a small library without ado', async () => {
    const world = openPullWorld(sampleScenes(50));
    await world.pull('FULL');
    drop(world, 2, 50);
    expect(await world.pull(kind)).toMatchObject({ removed: 49, scenes: 1 });
  });
});

describe('deletions', () => {
  it('are asked about in few requests, however many they are', async () => {
    const world = openPullWorld(sampleScenes(4_000));
    await world.pull('FULL');
    for (let id = 1; id <= 4_000; id += 4) drop(world, id, id);
    const before = world.source.asked.length;
    await world.pull('FULL');
    expect(world.listIds()).toHaveLength(3_000);
    expect(
      world.source.asked.slice(before).filter((asked) => asked === 'listSceneStatesAfter').length,
    ).toBeLessThan(9);
  });
});
