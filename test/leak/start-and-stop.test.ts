import { expect, it } from 'vitest';
import { generateLibrary } from '../../simulators/library/generate-library.ts';
import { startStashSimulator } from '../../simulators/stash/start-stash-simulator.ts';
import type { StashSimulator } from '../../simulators/stash/stash-simulator.ts';
import { type Clock, systemClock } from '../../src/lib/clock.ts';
import { collectWarnings, readLevel, toCounts } from '../support/memory-level.ts';
import { talkTo } from '../support/provider-talk.ts';
import { startService } from '../support/service-world.ts';

const LIVES = 3;

/**
 * From the start to the stop of one service, on a data folder of its own, with some work in between. Every part of it
 * holds its clock, so whether that is still there tells whether anything of it is.
 */
async function live(stash: StashSimulator): Promise<WeakRef<Clock>> {
  const clock = { ...systemClock };
  await using service = await startService({ stashUrl: stash.url, clock });
  using talk = talkTo(service.provider);
  await service.filled();
  expect((await talk.get('')).status).toBe(200);
  expect((await talk.match({ filename: 'Nowhere/Nothing Like It.mp4' })).status).toBe(200);
  for (const path of ['/metrics', '/gaps', '/graphql?query={status{version}}'])
    expect((await fetch(service.admin + path)).status).toBe(200);
  return new WeakRef(clock);
}

async function liveOften(stash: StashSimulator) {
  const clocks: WeakRef<Clock>[] = [];
  for (let life = 0; life < LIVES; life += 1) clocks.push(await live(stash));
  // Connections to Stash are kept for seconds otherwise.
  await stash.restart();
  const counts = toCounts(await readLevel());
  return { ...counts, held: clocks.filter((clock) => clock.deref() !== undefined).length };
}

it('a service that was started and stopped leaves nothing behind in its process', async () => {
  const warnings = collectWarnings();
  await using stash = await startStashSimulator({
    library: generateLibrary({ scenes: 20 }),
    keepRequests: 1,
  });
  const before = await liveOften(stash);
  const after = await liveOften(stash);
  expect(after).toEqual(before);
  expect(after.held).toBe(0);
  expect(warnings).toEqual([]);
});
