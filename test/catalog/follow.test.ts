import { describe, expect, it } from 'vitest';
import { Follower } from '../../src/catalog/follower.ts';
import { readQueued } from '../../src/catalog/read-queued.ts';
import { openPullWorld, type PullWorld } from '../support/pull-world.ts';
import { sampleFile, sampleScene, sampleScenes } from '../support/sample-scene.ts';

const never = new AbortController().signal;
const NOW = '2026-01-01T11:30:00+11:00';

async function openFollowed(world: PullWorld) {
  await world.pull('FULL');
  const follower = new Follower(world.tools);
  const follow = async () => {
    const queued = await follower.poll(never);
    while (await readQueued(world.tools, never));
    return queued;
  };
  await follow();
  return { ...world, follow, follower };
}

const titleOf = ({ store }: PullWorld, id: number) => store.findCopy(sampleScene(id).id)?.title;

describe('following', () => {
  it('reads again what was edited or added, and nothing else', async () => {
    const world = await openFollowed(openPullWorld(sampleScenes(50)));
    world.source.put(sampleScene(7, { title: 'Edited', updatedAt: NOW }));
    world.source.put(sampleScene(51, { updatedAt: NOW }));
    expect(await world.follow()).toBe(2);
    expect(titleOf(world, 7)).toBe('Edited');
    expect(titleOf(world, 51)).toBe('Title 51');
    expect(await world.follow()).toBe(0);
    expect(world.source.count('readScenes')).toBe(1);
  });

  it('asks one thing when idle, and after names every other minute', async () => {
    const world = await openFollowed(openPullWorld(sampleScenes(50)));
    const before = world.source.asked.length;
    for (let poll = 0; poll < 3; poll += 1) {
      await world.clock.advance(30_000);
      await world.follow();
    }
    expect(world.source.asked.slice(before)).toEqual(Array(3).fill('listScenesChangedSince'));
    await world.clock.advance(30_000);
    await world.follow();
    expect(world.source.asked.slice(before + 3)).toEqual([
      'listScenesChangedSince',
      ...['PERFORMER', 'STUDIO', 'TAG', 'GROUP'].map((kind) => `listChanged ${kind}`),
    ]);
  });

  it('sees an edit after the clock of Stash was put back by an hour', async () => {
    const world = await openFollowed(openPullWorld(sampleScenes(5)));
    world.source.put(sampleScene(1, { updatedAt: '2026-04-05T02:59:59+11:00' }));
    await world.follow();
    world.source.put(sampleScene(2, { title: 'In the second hour', updatedAt: '2026-04-05T02:00:10+10:00' }));
    await world.follow();
    expect(titleOf(world, 2)).toBe('In the second hour');
  });

  it('finds its way within an hour after Stash moved to a time zone far behind', async () => {
    const world = await openFollowed(openPullWorld(sampleScenes(5)));
    world.source.put(sampleScene(1, { title: 'East', updatedAt: '2026-04-05T12:00:00+11:00' }));
    await world.follow();
    world.source.put(sampleScene(2, { title: 'West', updatedAt: '2026-04-04T17:30:00-08:00' }));
    await world.follow();
    expect(titleOf(world, 2)).toBe('Title 2');
    await world.clock.advance(3_600_000);
    await world.follow();
    expect(titleOf(world, 2)).toBe('West');
    world.source.put(sampleScene(3, { title: 'West too', updatedAt: '2026-04-04T18:40:00-08:00' }));
    await world.follow();
    expect(titleOf(world, 3)).toBe('West too');
  });

  it('reads the scenes of a performer, tag, studio or group that was renamed', async () => {
    const tags = (name: string) => [{ id: '4', name }];
    const scenes = sampleScenes(100).map((scene, index) =>
      index < 60 ? { ...scene, tags: tags('Old') } : scene,
    );
    const world = await openFollowed(openPullWorld(scenes));
    for (const scene of scenes.slice(0, 60)) world.source.put({ ...scene, tags: tags('New') });
    world.source.entities.set('TAG', [{ id: '4', updatedAt: NOW }]);
    await world.clock.advance(120_000);
    expect(await world.follow()).toBe(60);
    expect(world.store.findCopy(sampleScene(60).id)?.tags).toEqual(tags('New'));
    expect(world.source.count('readScenes')).toBe(2);
    await world.clock.advance(120_000);
    expect(await world.follow()).toBe(0);
  });

  it('does not read the library again for what was named long before the pull', async () => {
    const scenes = sampleScenes(60).map((scene) => ({ ...scene, tags: [{ id: '4', name: 'T' }] }));
    const world = openPullWorld(scenes);
    world.source.entities.set('TAG', [{ id: '4', updatedAt: '2025-12-31T22:00:00Z' }]);
    world.clock.set(Date.parse('2026-01-01T00:00:00Z'));
    await openFollowed(world);
    expect(world.source.count('readScenes')).toBe(0);
  });

  it('sees a file that moved where Stash tells of files', async () => {
    const world = openPullWorld(sampleScenes(10));
    world.source.isNew = true;
    const followed = await openFollowed(world);
    world.source.put(sampleScene(3, { files: [sampleFile('f3', '/moved/scene 3.mp4', NOW)] }));
    expect(await followed.follow()).toBe(1);
    expect(world.index.listFilesEndingIn(['moved', 'scene 3.mp4'], 5)).toHaveLength(1);
    expect(await followed.follow()).toBe(0);
  });

  it('misses nothing over a poll that failed', async () => {
    const world = await openFollowed(openPullWorld(sampleScenes(10)));
    world.source.put(sampleScene(3, { title: 'Edited', updatedAt: NOW }));
    world.source.beforeAnswer = () => {
      throw new Error('Stash is gone');
    };
    await expect(world.follow()).rejects.toThrow('Stash is gone');
    world.source.beforeAnswer = () => undefined;
    await world.follow();
    expect(titleOf(world, 3)).toBe('Edited');
  });

  it('removes a scene that is gone by the time it is read', async () => {
    const world = await openFollowed(openPullWorld(sampleScenes(10)));
    world.store.queueScenes([sampleScene(4).id]);
    world.source.scenes.delete(sampleScene(4).id);
    await world.follow();
    expect(world.listIds()).not.toContain(4);
  });

  it('keeps the copy of a scene that Stash has and cannot read', async () => {
    const world = await openFollowed(openPullWorld(sampleScenes(10)));
    world.source.unreadable.add(sampleScene(4).id);
    world.store.queueScenes([sampleScene(4).id]);
    await world.follow();
    expect(titleOf(world, 4)).toBe('Title 4');
    expect(world.store.countQueued()).toBe(0);
  });

  it('learns that a scene got a cover', async () => {
    const world = openPullWorld(sampleScenes(10));
    world.source.withoutCover.add(sampleScene(4).id).add(sampleScene(5).id);
    const followed = await openFollowed(world);
    expect(world.store.findCover(sampleScene(4).id)).toBe(false);
    world.source.withoutCover.delete(sampleScene(4).id);
    world.source.put(sampleScene(4, { updatedAt: NOW }));
    await followed.follow();
    expect(world.store.findCover(sampleScene(4).id)).toBe(true);
    expect(world.store.findCover(sampleScene(5).id)).toBe(false);
  });

  it('keeps its queue over a restart', async () => {
    const world = await openFollowed(openPullWorld(sampleScenes(10)));
    world.source.put(sampleScene(7, { title: 'Edited', updatedAt: NOW }));
    await world.follower.poll(never);
    world.close();
    const again = openPullWorld(world.source.scenes.values(), world.folder);
    expect(await readQueued(again.tools, never)).toEqual({ changed: 1, removed: 0 });
    expect(titleOf(again, 7)).toBe('Edited');
  });
});
