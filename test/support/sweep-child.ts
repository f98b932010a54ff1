import { GapWorld, toRule } from './gap-world.ts';

/** Sweeps over and over, with more gaps each time, until it is killed. Run as a program of its own. */
const folder = process.argv[2];
if (folder === undefined) throw new Error('expected a folder to work in, but got: none');
const world = new GapWorld({ folder, rules: [toRule('/media', '/nas')] });
world.plex.pageSize = 50;
const items = Array.from({ length: 1_500 }, (_, at) => ({ key: String(at), files: [`/media/${at}.mp4`] }));
world.plex.add('Adult', ['/media'], items);
process.stdout.write('ready\n');
for (;;) {
  await world.sweepFully();
  world.plex.setItems('Adult', Math.random() < 0.5 ? items : items.slice(0, 1_000));
}
