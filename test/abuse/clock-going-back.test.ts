import { describe, expect, it } from 'vitest';
import { Follower } from '../../src/catalog/follower.ts';
import { createLiveLookup } from '../../src/catalog/live-lookup.ts';
import { createRateLimit } from '../../src/lib/rate-limit.ts';
import { toSceneId } from '../../src/model/ids.ts';
import { nextDueAt } from '../../src/scheduler/schedule.ts';
import { runOnSchedule } from '../../src/scheduler/run-on-schedule.ts';
import { createSceneReader } from '../../src/stash/scene-reader.ts';
import { createStashConnection } from '../../src/stash/stash-connection.ts';
import { createServedLedger } from '../../src/store/create-served-ledger.ts';
import { notePlexCalls } from '../../src/wiring/note-plex-calls.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { openPullWorld } from '../support/pull-world.ts';
import { sampleScenes } from '../support/sample-scene.ts';
import { SceneListSource, toTestPattern } from '../support/scene-list-source.ts';
import { startScriptedStash } from '../support/scripted-stash.ts';
import { SettableClock } from '../support/settable-clock.ts';
import { createTestAdapter } from '../support/stash-adapter.ts';
import { answerScenes } from '../support/stash-library.ts';
import { wholeScene } from '../support/whole-scene.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const never = new AbortController().signal;

const JUMPS: readonly (readonly [string, number])[] = [
  ['set back by a day', -DAY],
  ['set back by fifty years', -50 * 365 * DAY],
  ['set ahead by a year', 365 * DAY],
];

describe.each(JUMPS)('a clock that is %s', (_name, jump) => {
  const shift = (clock: SettableClock): void => clock.set(clock.now() + jump);

  it('keeps no call waiting that the rate limit lets through, and lets no more through', async () => {
    const clock = new SettableClock();
    const rate = createRateLimit(10, clock);
    await rate(never);
    shift(clock);
    const state = { through: 0 };
    for (let n = 0; n < 20; n += 1) void rate(never).then(() => (state.through += 1));
    await clock.advance(1_000);
    expect(state.through).toBe(10);
  });

  it('opens the circuit for a probe after half a minute and not before', async () => {
    const { clock, guards } = await startFailedAdapter();
    expect(guards.breaker.state().kind).toBe('OPEN');
    shift(clock);
    const ask = () => guards.request.run(() => Promise.resolve('an answer'));
    await expect(ask()).rejects.toThrow('open');
    clock.pass(29_999);
    await expect(ask()).rejects.toThrow('open');
    clock.pass(1);
    await expect(ask()).resolves.toBe('an answer');
    expect(guards.breaker.state().kind).toBe('CLOSED');
  });

  it('makes nobody remember longer that Stash lacks a file', async () => {
    const { store } = openTestStore();
    const source = new SceneListSource(sampleScenes(3));
    const clock = new SettableClock();
    const { lookUp } = createLiveLookup({ source, store, clock, toPattern: toTestPattern });
    const ask = async () => {
      const answer = lookUp({ paths: [], suffix: ['new.mp4'] }, never);
      await clock.advance(25);
      return answer;
    };
    await ask();
    shift(clock);
    await ask();
    expect(source.count('findScenesByPathPattern')).toBe(1);
    clock.pass(60_001);
    await ask();
    expect(source.count('findScenesByPathPattern')).toBe(2);
  });

  it('makes nobody show a scene longer as it was', async () => {
    const library = new Map([['1', wholeScene('1')]]);
    await using stash = await startScriptedStash((request) => answerScenes(request, library));
    const clock = new SettableClock();
    const { client } = createTestAdapter(stash.url, { clock });
    const reader = createSceneReader({ client, clock });
    const read = () => reader.readRecent(toSceneId('1'));
    await read();
    shift(clock);
    clock.pass(1_000);
    await read();
    expect(stash.requests).toHaveLength(1);
    clock.pass(15_001);
    await read();
    expect(stash.requests).toHaveLength(2);
  });

  it('keeps nobody from seeing that Stash is back', async () => {
    await using stash = await startScriptedStash(() => ({ status: 503 }));
    const clock = new SettableClock();
    const { client, guards } = createTestAdapter(stash.url, { clock });
    const connection = createStashConnection({ client, breaker: guards.breaker, clock });
    await connection.probe();
    shift(clock);
    clock.pass(5_001);
    stash.script = () => ({ body: { data: { findScenes: { count: 1 } } } });
    const before = stash.requests.length;
    await connection.client.readPartly('query Count { findScenes { count } }', {}, { lane: 'REQUEST' });
    await connection.probe();
    expect(stash.requests.length).toBeGreaterThan(before + 1);
  });

  it('keeps renamed performers, studios, tags and groups from no look for longer than two minutes', async () => {
    const world = openPullWorld(sampleScenes(5));
    await world.pull('FULL');
    const follower = new Follower(world.tools);
    await follower.poll(never);
    shift(world.clock);
    world.clock.pass(120_000);
    const before = world.source.asked.length;
    await follower.poll(never);
    expect(world.source.asked.slice(before)).toContain('listChanged PERFORMER');
  });

  it('lets hourly work go on at about its pace, also while it waits', async () => {
    const clock = new SettableClock();
    const stop = new AbortController();
    const ranAt: number[] = [];
    const work = {
      spec: { kind: 'EVERY', intervalMs: HOUR, name: 'hourly' },
      lastStartedAt: () => ranAt.at(-1),
      run: async () => void ranAt.push(clock.now()),
      jitterMs: 0,
    } as const;
    const { ended } = runOnSchedule(work, clock, stop.signal);
    await clock.advance(HOUR / 2);
    shift(clock);
    await clock.advance(2 * HOUR);
    expect(ranAt.length).toBeGreaterThanOrEqual(2);
    expect(ranAt.length).toBeLessThanOrEqual(4);
    stop.abort();
    await ended;
  });

  it('notes the calls of Plex every minute, as before', () => {
    const clock = new SettableClock();
    const noted: unknown[] = [];
    const handle = notePlexCalls(
      async () => undefined,
      clock,
      (calls) => noted.push(calls),
    );
    const call = () => {
      const request = { headers: { 'user-agent': 'PlexMediaServer/1.43' }, method: 'GET', url: '/' };
      void handle(request, { statusCode: 200, once: (_event, listener) => listener() });
    };
    call();
    shift(clock);
    call();
    expect(noted).toHaveLength(1);
    clock.pass(60_000);
    call();
    expect(noted).toHaveLength(2);
    expect(noted[1]).toMatchObject({ manifestAt: clock.now() });
  });

  it('lets the ledger hold what was served last, and not what was served at the latest time', async () => {
    const { database } = openTestStore();
    const clock = new SettableClock();
    const ledger = createServedLedger(database, { clock, onFailure: (error) => expect(error).toBe('none') });
    const sceneId = toSceneId('1');
    const facts = { sceneId, sceneUpdatedAt: '2026-01-01T00:00:00Z', via: 'METADATA' } as const;
    ledger.record({ ...facts, servedAt: clock.now(), fingerprint: 'before' });
    await clock.advance(1_000);
    shift(clock);
    ledger.record({ ...facts, servedAt: clock.now(), fingerprint: 'after' });
    await clock.advance(1_000);
    expect(ledger.find(sceneId)?.fingerprint).toBe('after');
    ledger.close();
  });
});

it('work that last ran in the future is due within its interval, and work at a time of day at that time', () => {
  const now = Date.parse('2026-01-01T12:00:00Z');
  expect(nextDueAt({ kind: 'EVERY', intervalMs: HOUR, name: 'hourly' }, now + 365 * DAY, now)).toBe(
    now + HOUR,
  );
  const due = nextDueAt({ kind: 'CRON', expression: '0 3 * * *' }, now + 365 * DAY, now) ?? Infinity;
  expect(due - now).toBeLessThanOrEqual(DAY);
});

/** Guards toward a Stash that failed five times in a row. */
async function startFailedAdapter() {
  await using stash = await startScriptedStash(() => ({ status: 503 }));
  const clock = new SettableClock();
  const adapter = createTestAdapter(stash.url, { clock });
  const ask = () => adapter.client.readPartly('query Count { a }', {}, { lane: 'REQUEST' });
  for (let n = 0; n < 5; n += 1) await ask().catch(() => undefined);
  return { clock, guards: adapter.guards };
}
