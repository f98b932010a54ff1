import type { PullKind, RunningPass } from '../../src/catalog/catalog-store.ts';
import { runDiffPull } from '../../src/catalog/diff-pull.ts';
import { runFullPull } from '../../src/catalog/full-pull.ts';
import type { PullTools } from '../../src/catalog/pull-tools.ts';
import type { Scene } from '../../src/model/scene.ts';
import { openTestStore, type TestStore } from './open-test-store.ts';
import { SceneListSource } from './scene-list-source.ts';
import { SettableClock } from './settable-clock.ts';

export interface PullWorld extends TestStore {
  readonly source: SceneListSource;
  readonly clock: SettableClock;
  readonly tools: PullTools;
  readonly progress: RunningPass[];
  readonly pull: (kind: PullKind, signal?: AbortSignal) => ReturnType<typeof runFullPull>;
  readonly listIds: () => number[];
}

/** A Stash of these scenes and a real store, with nothing running yet. */
export function openPullWorld(scenes: Iterable<Scene> = [], folder?: string): PullWorld {
  const testStore = openTestStore(folder);
  const source = new SceneListSource(scenes);
  const clock = new SettableClock();
  const progress: RunningPass[] = [];
  const onProgress = (pass: RunningPass) => void progress.push(pass);
  const tools = { source, store: testStore.store, clock, onProgress };
  const never = new AbortController().signal;
  return {
    ...testStore,
    source,
    clock,
    tools,
    progress,
    pull: (kind, signal = never) => (kind === 'FULL' ? runFullPull : runDiffPull)(tools, signal),
    listIds: () => testStore.database.list('SELECT id FROM scenes ORDER BY id').map(({ id }) => Number(id)),
  };
}
