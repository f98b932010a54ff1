import { describe, expect, it } from 'vitest';
import { openPullWorld } from '../support/pull-world.ts';
import { sampleScene, sampleScenes } from '../support/sample-scene.ts';

describe('a full pull', () => {
  it('brings every scene whole and says what it did', async () => {
    const scenes = sampleScenes(1_234);
    const { pull, store, index, progress } = openPullWorld(scenes);
    const summary = await pull('FULL');
    expect(summary).toMatchObject({
      kind: 'FULL',
      scenes: 1_234,
      added: 1_234,
      changed: 0,
      removed: 0,
      held: 0,
    });
    expect(scenes.every((scene) => JSON.stringify(store.findCopy(scene.id)) === JSON.stringify(scene))).toBe(
      true,
    );
    expect(index.isComplete()).toBe(true);
    expect(store.findPass()).toBeUndefined();
    expect(progress[0]).toMatchObject({ seen: 0, total: 1_234 });
    expect(progress.at(-1)?.seen).toBe(1_234);
  });

  it('of an empty Stash is complete at once', async () => {
    const { pull, index } = openPullWorld();
    expect(await pull('FULL')).toMatchObject({ scenes: 0 });
    expect(index.isComplete()).toBe(true);
  });

  it('asks for the next page while the last is written', async () => {
    const { pull, source, store, progress } = openPullWorld(sampleScenes(900));
    const cursors: (string | undefined)[] = [];
    source.beforeAnswer = (question) => {
      if (question === 'listScenesAfter') cursors.push(store.findPass()?.cursor);
    };
    await pull('FULL');
    expect(cursors.slice(0, 2)).toEqual([undefined, undefined]);
    expect(progress.length).toBeGreaterThan(2);
  });

  it('goes on where it was cut short', async () => {
    const world = openPullWorld(sampleScenes(2_000));
    let pages = 0;
    world.source.beforeAnswer = (question) => {
      if (question === 'listScenesAfter' && (pages += 1) === 4) throw new Error('Stash is gone');
    };
    await expect(world.pull('FULL')).rejects.toThrow('Stash is gone');
    const cut = world.store.findPass();
    expect(cut?.seen).toBeGreaterThan(0);
    expect(world.listIds()).toHaveLength(cut?.seen ?? 0);
    expect(world.index.isComplete()).toBe(false);
    const before = world.source.count('listScenesAfter');
    const summary = await world.pull('FULL');
    expect(summary.added).toBe(2_000 - (cut?.seen ?? 0));
    expect(world.listIds()).toHaveLength(2_000);
    expect(world.source.count('listScenesAfter') - before).toBeLessThan(6);
    expect(world.source.count('countScenes')).toBe(1);
  });

  it('writes nothing for scenes that did not change', async () => {
    const { pull } = openPullWorld(sampleScenes(100));
    await pull('FULL');
    expect(await pull('FULL')).toMatchObject({ added: 0, changed: 0, removed: 0 });
  });

  it('stops between two slices when it is told to', async () => {
    const { pull, source, store, listIds } = openPullWorld(sampleScenes(900));
    const stopping = new AbortController();
    let pages = 0;
    source.beforeAnswer = (question) => {
      if (question === 'listScenesAfter' && (pages += 1) === 2) stopping.abort(new Error('stopping'));
    };
    await expect(pull('FULL', stopping.signal)).rejects.toThrow('stopping');
    expect(listIds()).toHaveLength(store.findPass()?.seen ?? -1);
    expect(listIds().length).toBeLessThan(900);
  });

  it('refuses a source whose pages are out of order', async () => {
    const { pull, source, index } = openPullWorld(sampleScenes(10));
    source.listScenesAfter = async () => [sampleScene(5), sampleScene(4)];
    await expect(pull('FULL')).rejects.toThrow('expected scene ids to ascend after 5, but got: 4');
    expect(index.isComplete()).toBe(false);
  });

  it('does not take a server that caps its pages for a small library', async () => {
    const { pull, source, listIds } = openPullWorld(sampleScenes(120));
    const whole = source.listScenesAfter.bind(source);
    source.listScenesAfter = (after, limit, signal) => whole(after, Math.min(limit, 25), signal);
    await pull('FULL');
    expect(listIds()).toHaveLength(120);
  });

  it('knows which scenes have no cover, and learns when they get one', async () => {
    const { pull, source, store } = openPullWorld(sampleScenes(20));
    for (const id of [3, 7, 20]) source.withoutCover.add(sampleScene(id).id);
    await pull('FULL');
    const missing = () => [...source.scenes.keys()].filter((id) => store.findCover(id) === false);
    expect(missing()).toEqual(['3', '7', '20']);
    source.withoutCover.delete(sampleScene(7).id);
    await pull('DIFF');
    expect(missing()).toEqual(['3', '20']);
  });
});
