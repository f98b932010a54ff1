import { describe, expect, it } from 'vitest';
import { openPullWorld } from '../support/pull-world.ts';
import { sampleFile, sampleScene, sampleScenes } from '../support/sample-scene.ts';

describe('a diff pull', () => {
  it('reads nothing whole when nothing changed', async () => {
    const { pull, source } = openPullWorld(sampleScenes(300));
    await pull('FULL');
    expect(await pull('DIFF')).toMatchObject({ kind: 'DIFF', added: 0, changed: 0, removed: 0 });
    expect(source.count('readScenes')).toBe(0);
  });

  it('reads what changed, what is new, and what merely moved on disk', async () => {
    const { pull, source, store, index } = openPullWorld(sampleScenes(300));
    await pull('FULL');
    source.put(sampleScene(5, { title: 'Edited', updatedAt: '2026-02-01T10:00:00+11:00' }));
    source.put(sampleScene(9, { files: [sampleFile('f9', '/moved/scene 9.mp4')] }));
    source.put(sampleScene(400));
    expect(await pull('DIFF')).toMatchObject({ scenes: 301, added: 1, changed: 2 });
    expect(source.count('readScenes')).toBe(1);
    expect(store.findCopy(sampleScene(5).id)?.title).toBe('Edited');
    expect(index.listFilesEndingIn(['moved', 'scene 9.mp4'], 5)).toHaveLength(1);
    expect(index.listFilesEndingIn(['folder 2', 'scene 9.mp4'], 5)).toEqual([]);
  });

  it('keeps the copy of a scene that Stash lists and cannot read', async () => {
    const { pull, source, store, listIds } = openPullWorld(sampleScenes(30));
    await pull('FULL');
    source.put(sampleScene(5, { title: 'Edited', updatedAt: '2026-02-01T10:00:00+11:00' }));
    source.unreadable.add(sampleScene(5).id);
    await pull('DIFF');
    expect(store.findCopy(sampleScene(5).id)?.title).toBe('Title 5');
    await pull('FULL');
    expect(listIds()).toHaveLength(30);
  });

  it('goes on where it was cut short', async () => {
    const { pull, source, listIds } = openPullWorld(sampleScenes(3_000));
    await pull('FULL');
    for (let id = 1; id <= 3_000; id += 1)
      source.put(sampleScene(id, { updatedAt: '2026-02-01T10:00:00+11:00' }));
    let reads = 0;
    source.beforeAnswer = (question) => {
      if (question === 'readScenes' && (reads += 1) === 40) throw new Error('Stash is gone');
    };
    await expect(pull('DIFF')).rejects.toThrow('Stash is gone');
    await pull('DIFF');
    expect(source.count('readScenes')).toBe(61);
    expect(listIds()).toHaveLength(3_000);
  });
});
