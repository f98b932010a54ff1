import { setImmediate as breath } from 'node:timers/promises';
import { runFullPull } from '../../src/catalog/full-pull.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { createCatalogStore } from '../../src/store/create-catalog-store.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { sampleScenes } from '../support/sample-scene.ts';
import { SceneListSource } from '../support/scene-list-source.ts';

/** Run as a process of its own: pulls so many scenes into the folder and says so at every request. */
const [folder = '', count = '0'] = process.argv.slice(2);
const { database, close } = openDatabase({ folder });
const source = new SceneListSource(sampleScenes(Number(count)));
source.beforeAnswer = async () => {
  process.stdout.write('.');
  await breath();
};
const tools = {
  source,
  store: createCatalogStore(database),
  clock: systemClock,
  onProgress: () => undefined,
};
await runFullPull(tools, new AbortController().signal);
close();
