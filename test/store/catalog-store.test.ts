import { describe, expect, it } from 'vitest';
import { toSceneId } from '../../src/model/ids.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { sampleFile, sampleScene, sampleScenes } from '../support/sample-scene.ts';

const id = (value: number) => toSceneId(String(value));

describe('recording a scene', () => {
  it('says whether it was new, changed or equal', () => {
    const { store } = openTestStore();
    expect(store.recordScene(sampleScene(1))).toBe('ADDED');
    expect(store.recordScene(sampleScene(1))).toBe('UNCHANGED');
    expect(store.recordScene(sampleScene(1, { title: 'Other' }))).toBe('CHANGED');
    expect(store.findCopy(id(1))?.title).toBe('Other');
  });

  it('forgets what the scene no longer has', () => {
    const { store, index } = openTestStore();
    const tags = [{ id: '5', name: 'Five' }];
    store.recordScene(sampleScene(1, { tags, code: 'A-1', stashIds: [{ endpoint: 'e', id: 's' }] }));
    store.recordScene(sampleScene(1, { title: 'Bare', files: [sampleFile('f', '/new/name.mp4')] }));
    expect(store.listScenesOfEntity('TAG', '5')).toEqual([]);
    expect(index.listScenesByCode('A-1', 5)).toEqual([]);
    expect(index.listScenesByStashBoxId('s')).toEqual([]);
    expect(index.listFilesEndingIn(['scene 1.mp4'], 5)).toEqual([]);
    expect(index.listFilesEndingIn(['name.mp4'], 5)).toHaveLength(1);
  });

  it('finds the scenes of a performer, a tag, a group and a studio, parents too, and mixes up no kinds', () => {
    const { store } = openTestStore();
    const parent = { id: '3', name: 'Parent', parent: { id: '4', name: 'Grand' } };
    store.recordScene(sampleScene(1, { performers: [{ id: '1', name: 'P', hasImage: false }] }));
    store.recordScene(sampleScene(2, { tags: [{ id: '1', name: 'T' }], groups: [{ id: '12', name: 'G' }] }));
    store.recordScene(sampleScene(3, { studio: { id: '2', name: 'S', parent } }));
    expect(store.listScenesOfEntity('PERFORMER', '1')).toEqual(['1']);
    expect(store.listScenesOfEntity('TAG', '1')).toEqual(['2']);
    expect(store.listScenesOfEntity('GROUP', '12')).toEqual(['2']);
    expect(store.listScenesOfEntity('GROUP', '1')).toEqual([]);
    expect(store.listScenesOfEntity('STUDIO', '4')).toEqual(['3']);
    expect(store.listScenesOfEntity('TAG', 'odd" OR *')).toEqual([]);
  });

  it('keeps one file that two scenes share under both', () => {
    const { store, index } = openTestStore();
    const files = [sampleFile('f', '/data/shared.mp4')];
    store.recordScene(sampleScene(1, { files }));
    store.recordScene(sampleScene(2, { files }));
    expect(index.listFilesEndingIn(['shared.mp4'], 5).map(({ sceneId }) => sceneId)).toEqual(['1', '2']);
  });
});

describe('states', () => {
  it('come in numeric order for a range that leaves out its beginning', () => {
    const { store } = openTestStore();
    for (const scene of sampleScenes(12)) store.recordScene(scene);
    const states = store.listStates(id(8), id(11));
    expect(states.map((state) => state.id)).toEqual(['9', '10', '11']);
    expect(states[0]).toEqual(store.findState(id(9)));
    expect(states[0]?.files).toEqual([
      { id: 'f9', path: '/data/folder 2/scene 9.mp4', updatedAt: '2026-01-01T10:00:00+11:00' },
    ]);
    expect(store.listStates(undefined, id(2))).toHaveLength(2);
  });
});

describe('covers', () => {
  it('are taken to be there until they are said to be missing, range by range', () => {
    const { store } = openTestStore();
    for (const scene of sampleScenes(6)) store.recordScene(scene);
    const missing = () => [1, 2, 3, 4, 5, 6].filter((value) => store.findCover(id(value)) === false);
    expect(missing()).toEqual([]);
    store.recordCovers({ through: id(4), missing: [id(2), id(4)] });
    store.recordCovers({ after: id(4), missing: [id(6)] });
    expect(missing()).toEqual([2, 4, 6]);
    store.recordCovers({ after: id(1), through: id(3), missing: [] });
    expect(missing()).toEqual([4, 6]);
    expect(store.findCover(id(99))).toBeUndefined();
  });

  it('stay as they are when the scene is written again', () => {
    const { store } = openTestStore();
    store.recordScene(sampleScene(1));
    store.recordCovers({ missing: [id(1)] });
    store.recordScene(sampleScene(1, { title: 'New' }));
    expect(store.findCover(id(1))).toBe(false);
  });
});

describe('a pass', () => {
  it('is found again after a restart, where it was', () => {
    const first = openTestStore();
    expect(first.store.findPass()).toBeUndefined();
    first.store.startPass({ kind: 'FULL', startedAt: 100, total: 7 });
    first.store.movePass({ phase: 'SCENES', cursor: id(3), seen: 3 });
    const pass = first.store.findPass();
    expect(pass).toEqual({
      pass: 1,
      kind: 'FULL',
      phase: 'SCENES',
      cursor: '3',
      startedAt: 100,
      seen: 3,
      total: 7,
    });
    first.close();
    expect(openTestStore(first.folder).store.findPass()).toEqual(pass);
  });

  it('knows which scenes it has not seen, and counts those written meanwhile as seen', () => {
    const { store } = openTestStore();
    for (const scene of sampleScenes(4)) store.recordScene(scene);
    const { pass } = store.startPass({ kind: 'DIFF', startedAt: 1, total: 4 });
    store.markSeen([id(1)]);
    store.recordScene(sampleScene(2));
    store.recordScene(sampleScene(9));
    expect(store.listUnseen(pass)).toEqual(['3', '4']);
  });
});

describe('the queue', () => {
  it('keeps a scene that was queued again while it was read', () => {
    const { store } = openTestStore();
    store.queueScenes([id(1), id(2), id(3)]);
    const batch = store.listQueued(2);
    expect(batch.map((queued) => queued.id)).toEqual(['1', '2']);
    store.queueScenes([id(2)]);
    store.finishQueued(batch);
    expect(store.listQueued(9).map((queued) => queued.id)).toEqual(['3', '2']);
    expect(store.countQueued()).toBe(2);
  });
});
