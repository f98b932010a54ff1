import { describe, expect, it, onTestFinished } from 'vitest';
import type { CatalogEvent } from '../../src/catalog/catalog-state.ts';
import { Catalog } from '../../src/catalog/catalog.ts';
import { createSceneCopies } from '../../src/catalog/scene-copies.ts';
import type { UnknownCause } from '../../src/model/unknown-cause.ts';
import { openPullWorld, type PullWorld } from '../support/pull-world.ts';
import { sampleFile, sampleScene, sampleScenes } from '../support/sample-scene.ts';
import { toTestPattern } from '../support/scene-list-source.ts';

const UNREACHABLE: UnknownCause = { reason: 'STASH_UNREACHABLE', detail: 'Stash cannot be reached.' };

const REFUSED: UnknownCause = { reason: 'BREAKER_OPEN', detail: 'Stash is given a rest.' };

class StashGone extends Error {
  override readonly name = 'StashGone';
  readonly told: UnknownCause;

  constructor(told = UNREACHABLE) {
    super(told.detail);
    this.told = told;
  }
}

function openCatalog(world: PullWorld) {
  const events: CatalogEvent[] = [];
  const waiting: { kind: string; resolve: () => void }[] = [];
  const onEvent = (event: CatalogEvent) => {
    events.push(event);
    for (const each of waiting.splice(0))
      if (each.kind === event.kind) each.resolve();
      else waiting.push(each);
  };
  const toUnknownCause = (error: unknown) => {
    if (error instanceof StashGone) return error.told;
    throw error;
  };
  const catalog = new Catalog({
    ...world,
    onEvent,
    toUnknownCause,
    toPattern: toTestPattern,
    followEveryMs: 30_000,
  });
  onTestFinished(() => catalog.stop());
  const until = (kind: CatalogEvent['kind']) =>
    new Promise<void>((resolve) => {
      waiting.push({ kind, resolve });
    });
  return { catalog, events, until, kinds: () => events.map((event) => event.kind) };
}

const gone = () => {
  throw new StashGone();
};

describe('the catalog', () => {
  it('fills itself on the first start, says how far it is, and follows from then on', async () => {
    const world = openPullWorld(sampleScenes(500));
    const { catalog, until } = openCatalog(world);
    expect(catalog.state).toEqual({ kind: 'EMPTY' });
    expect(catalog.ageMs).toBeUndefined();
    let seen: unknown;
    world.source.beforeAnswer = (question) => {
      if (question === 'listScenesWithoutCoverAfter') seen ??= catalog.state;
    };
    const followed = until('FOLLOWED');
    catalog.start();
    await followed;
    expect(seen).toMatchObject({ kind: 'FILLING', seen: 500, total: 500 });
    expect(catalog.state).toMatchObject({ kind: 'COMPLETE', scenes: 500, queued: 0 });
    const edited = until('REREAD');
    world.source.put(sampleScene(3, { title: 'Edited', updatedAt: '2026-01-01T12:00:00+11:00' }));
    await world.clock.advance(30_000);
    await edited;
    expect(createSceneCopies(world.store).findCopy(sampleScene(3).id)?.title).toBe('Edited');
    expect(catalog.ageMs).toBe(30_000);
  });

  it('catches up by a diff on a later start', async () => {
    const world = openPullWorld(sampleScenes(300));
    await world.pull('FULL');
    world.source.put(sampleScene(3, { title: 'Edited', updatedAt: '2026-01-01T12:00:00+11:00' }));
    world.source.asked.length = 0;
    const { catalog, until } = openCatalog(world);
    const followed = until('FOLLOWED');
    catalog.start();
    await followed;
    expect(world.source.count('listScenesAfter')).toBe(0);
    expect(world.source.count('readScenes')).toBe(1);
  });

  it('waits while Stash is away and goes on where it was', async () => {
    const world = openPullWorld(sampleScenes(3_000));
    let pages = 0;
    world.source.beforeAnswer = (question) => {
      if (question === 'listScenesAfter' && (pages += 1) >= 3) gone();
    };
    const { catalog, until, kinds, events } = openCatalog(world);
    const trouble = until('TROUBLE_BEGAN');
    catalog.start();
    await trouble;
    const cut = world.store.findPass()?.seen ?? 0;
    expect(catalog.state).toMatchObject({
      kind: 'FILLING',
      seen: cut,
      trouble: { kind: 'STASH', cause: UNREACHABLE },
    });
    for (let wait = 0; wait < 5; wait += 1) await world.clock.advance(60_000);
    expect(kinds().filter((kind) => kind === 'TROUBLE_BEGAN')).toHaveLength(1);
    const completed = until('PULL_COMPLETED');
    world.source.beforeAnswer = () => undefined;
    await world.clock.advance(60_000);
    await completed;
    expect(kinds()).toContain('TROUBLE_ENDED');
    expect(catalog.state).toMatchObject({ kind: 'COMPLETE', scenes: 3_000 });
    expect(catalog.state).not.toHaveProperty('trouble');
    const summary = events.find((event) => event.kind === 'PULL_COMPLETED')?.summary;
    expect(summary?.added).toBe(3_000 - cut);
  });

  it('tells an outage once, however often the circuit breaker lets it look', async () => {
    const world = openPullWorld(sampleScenes(10));
    let looks = 0;
    world.source.beforeAnswer = () => {
      throw new StashGone((looks += 1) % 2 === 0 ? REFUSED : UNREACHABLE);
    };
    const { catalog, kinds } = openCatalog(world);
    catalog.start();
    for (let wait = 0; wait < 10; wait += 1) await world.clock.advance(60_000);
    expect(looks).toBeGreaterThan(5);
    expect(kinds().filter((kind) => kind === 'TROUBLE_BEGAN')).toHaveLength(1);
    expect(catalog.state.trouble).toMatchObject({ cause: UNREACHABLE });
  });

  it('tells a fault of ours apart from trouble of Stash, and survives both', async () => {
    const world = openPullWorld(sampleScenes(10));
    const { catalog, until } = openCatalog(world);
    world.source.beforeAnswer = () => {
      throw new TypeError('a defect');
    };
    const trouble = until('TROUBLE_BEGAN');
    catalog.start();
    await trouble;
    expect(catalog.state.trouble).toMatchObject({ kind: 'FAULT', error: { message: 'a defect' } });
    world.source.beforeAnswer = () => undefined;
    const completed = until('PULL_COMPLETED');
    await world.clock.advance(5_000);
    await completed;
    expect(catalog.state.kind).toBe('COMPLETE');
  });

  it('waits out a full disk as it waits out Stash, and loses nothing', async () => {
    const world = openPullWorld(sampleScenes(2_000));
    const pages = Number(world.database.find('PRAGMA page_count')?.['page_count']);
    world.database.find(`PRAGMA max_page_count = ${pages + 60}`);
    const { catalog, until } = openCatalog(world);
    const trouble = until('TROUBLE_BEGAN');
    catalog.start();
    await trouble;
    expect(catalog.state.trouble).toMatchObject({ kind: 'FAULT', error: { name: 'DiskFullError' } });
    expect(world.listIds()).toHaveLength(world.store.findPass()?.seen ?? -1);
    const completed = until('PULL_COMPLETED');
    world.database.find('PRAGMA max_page_count = 1000000');
    await world.clock.advance(5_000);
    await completed;
    expect(world.listIds()).toHaveLength(2_000);
    expect(world.index.searchScenes(['title'], 5_000)).toHaveLength(2_000);
  });

  it('runs never two refreshes at once, joins equal ones and queues a full one behind a diff', async () => {
    const world = openPullWorld(sampleScenes(50));
    await world.pull('FULL');
    const { catalog, kinds, events } = openCatalog(world);
    const refreshes = [
      catalog.refresh('DIFF'),
      catalog.refresh('DIFF'),
      catalog.refresh('FULL'),
      catalog.refresh('DIFF'),
    ];
    const results = await Promise.all(refreshes);
    const pulls = events.flatMap((event) => (event.kind === 'PULL_STARTED' ? [event.pull] : []));
    expect(pulls).toEqual(['DIFF', 'FULL']);
    expect(results.map((result) => result.kind === 'COMPLETED' && result.summary.kind)).toEqual([
      'DIFF',
      'DIFF',
      'FULL',
      'FULL',
    ]);
    expect(kinds().filter((kind) => /STARTED|COMPLETED/.test(kind))).toEqual([
      'PULL_STARTED',
      'PULL_COMPLETED',
      'PULL_STARTED',
      'PULL_COMPLETED',
    ]);
  });

  it('takes a diff for a full pull while it was never complete', async () => {
    const world = openPullWorld(sampleScenes(10));
    const { catalog } = openCatalog(world);
    expect(await catalog.refresh('DIFF')).toMatchObject({ kind: 'COMPLETED', summary: { kind: 'FULL' } });
  });

  it('says loudly that a library shrank suspiciously, and shows it', async () => {
    const world = openPullWorld(sampleScenes(100));
    await world.pull('FULL');
    world.source.scenes.clear();
    const { catalog, events } = openCatalog(world);
    await catalog.refresh('DIFF');
    expect(events).toContainEqual({ kind: 'REMOVAL_HELD', scenes: 100 });
    expect(catalog.state).toMatchObject({ kind: 'COMPLETE', scenes: 100, heldRemoval: { scenes: 100 } });
  });

  it('answers look-ups from the first moment on, and forgets a miss when something came in', async () => {
    const world = openPullWorld(sampleScenes(10));
    const { catalog } = openCatalog(world);
    const ask = async (name: string) => {
      const answer = catalog.lookUp({ paths: [], suffix: [name] }, new AbortController().signal);
      await world.clock.advance(25);
      return answer;
    };
    expect(await ask('scene 3.mp4')).toEqual({ kind: 'BROUGHT', scenes: 1 });
    expect(catalog.state).toEqual({ kind: 'EMPTY' });
    expect(await ask('late.mp4')).toEqual({ kind: 'NOTHING' });
    world.source.put(sampleScene(11, { files: [sampleFile('late', '/data/late.mp4')] }));
    await catalog.refresh('FULL');
    expect(await ask('late.mp4')).toEqual({ kind: 'BROUGHT', scenes: 1 });
  });

  it('stops at once in the middle of a pull, asks nothing more, and goes on after a restart', async () => {
    const world = openPullWorld(sampleScenes(3_000));
    let pages = 0;
    const hanging = Promise.withResolvers<undefined>();
    world.source.beforeAnswer = (question, signal) => {
      if (question !== 'listScenesAfter' || (pages += 1) < 3) return;
      hanging.resolve(undefined);
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    };
    const { catalog } = openCatalog(world);
    const refresh = catalog.refresh('FULL');
    catalog.start();
    await hanging.promise;
    await catalog.stop();
    expect(await refresh).toEqual({ kind: 'STOPPED' });
    expect(await catalog.refresh('FULL')).toEqual({ kind: 'STOPPED' });
    const asked = world.source.asked.length;
    await world.clock.advance(600_000);
    expect(world.source.asked).toHaveLength(asked);
    world.close();
    const again = openPullWorld(world.source.scenes.values(), world.folder);
    const restarted = openCatalog(again);
    const completed = restarted.until('PULL_COMPLETED');
    restarted.catalog.start();
    await completed;
    expect(again.source.count('countScenes')).toBe(0);
    expect(again.listIds()).toHaveLength(3_000);
  });

  it('stops while it waits for Stash to come back', async () => {
    const world = openPullWorld(sampleScenes(10));
    world.source.beforeAnswer = gone;
    const { catalog, until } = openCatalog(world);
    const trouble = until('TROUBLE_BEGAN');
    catalog.start();
    await trouble;
    await catalog.stop();
    expect(world.clock.sleeping).toBe(0);
  });

  it('works off a long queue without losing sight of what else changes', async () => {
    const world = openPullWorld(sampleScenes(400));
    await world.pull('FULL');
    world.store.queueScenes([...world.source.scenes.keys()]);
    world.source.beforeAnswer = (question) => {
      if (question === 'readScenes') world.clock.pass(10_000);
    };
    const { catalog, kinds, until } = openCatalog(world);
    const followed = until('FOLLOWED');
    catalog.start();
    await followed;
    await world.clock.advance(0);
    while (world.store.countQueued() > 0) await world.clock.advance(0);
    expect(kinds().filter((kind) => kind === 'REREAD')).toHaveLength(10);
    expect(kinds().filter((kind) => kind === 'FOLLOWED').length).toBeGreaterThanOrEqual(3);
  });
});

describe('scene copies', () => {
  it('answer what is known of a scene and its cover', async () => {
    const world = openPullWorld(sampleScenes(2));
    world.source.withoutCover.add(sampleScene(2).id);
    await world.pull('FULL');
    const copies = createSceneCopies(world.store);
    expect(copies.findCopy(sampleScene(1).id)).toEqual(sampleScene(1));
    expect(copies.findCopy(sampleScene(3).id)).toBeUndefined();
    expect([1, 2, 3].map((id) => copies.hasCover(sampleScene(id).id))).toEqual([true, false, true]);
  });
});
