import { describe, expect, it, vi, afterEach } from 'vitest';
import { SettableClock } from '../support/settable-clock.ts';
import { type Clock, systemClock } from '../../src/lib/clock.ts';
import { createGuards, type GuardOptions } from '../../src/lib/policy.ts';
import {
  AttemptTimedOutError,
  BreakerOpenError,
  BudgetSpentError,
  StoppingError,
} from '../../src/lib/policy-errors.ts';

class Blip extends Error {}
class Outage extends Error {}
class Refusal extends Error {}

/** All time as a test may have set `Date`. */
const dateClock: Clock = { ...systemClock, ticks: () => Date.now() };

function setUp(options: Partial<GuardOptions> = {}) {
  return createGuards({
    clock: dateClock,
    request: { concurrency: 3, deadlineMs: 60_000 },
    background: { concurrency: 1, deadlineMs: 60_000 },
    timeoutMs: 10_000,
    retries: 2,
    retryBaseMs: 1,
    judge: (error) => (error instanceof Blip ? 'TRANSIENT' : error instanceof Outage ? 'OUTAGE' : 'ANSWER'),
    describe: (error) => (error instanceof Error ? error.constructor.name : 'unknown'),
    ...options,
  });
}

const fail = (error: Error) => () => Promise.reject(error);
const hang = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('cut'))));

async function failTimes(guards: ReturnType<typeof setUp>, count: number, error: () => Error): Promise<void> {
  for (let n = 0; n < count; n++) await guards.request.run(fail(error())).catch(() => undefined);
}

describe('retry', () => {
  it('tries a read again after a blip and hands out the answer of the later attempt', async () => {
    let attempts = 0;
    const answer = await setUp().request.run(() =>
      ++attempts < 3 ? Promise.reject(new Blip()) : Promise.resolve('ok'),
    );
    expect([answer, attempts]).toEqual(['ok', 3]);
  });

  it('tries a write once only', async () => {
    let attempts = 0;
    const call = () => (attempts++, Promise.reject(new Blip()));
    await expect(setUp().request.run(call, { kind: 'WRITE' })).rejects.toThrow(Blip);
    expect(attempts).toBe(1);
  });

  it.each<[string, Error]>([
    ['an outage', new Outage()],
    ['a refusal', new Refusal()],
  ])('does not try again after %s', async (_name, error) => {
    let attempts = 0;
    await expect(setUp().request.run(() => (attempts++, Promise.reject(error)))).rejects.toBe(error);
    expect(attempts).toBe(1);
  });

  it('gives up after the attempts it has and throws the last error', async () => {
    let attempts = 0;
    await expect(
      setUp().request.run(() => (attempts++, Promise.reject(new Blip(`${attempts}`)))),
    ).rejects.toThrow('3');
  });
});

describe('time-out', () => {
  it('ends an attempt that takes too long, aborts its work and does not try again', async () => {
    const signals: AbortSignal[] = [];
    const guards = setUp({ timeoutMs: 20 });
    await expect(guards.request.run((signal) => (signals.push(signal), hang(signal)))).rejects.toThrow(
      AttemptTimedOutError,
    );
    expect(signals.map((signal) => signal.aborted)).toEqual([true]);
  });

  it('ends an attempt that is deaf to its signal', async () => {
    const deaf = () => new Promise<never>(() => undefined);
    await expect(setUp({ timeoutMs: 20 }).request.run(deaf)).rejects.toThrow(AttemptTimedOutError);
  });

  it('leaves the signal of a call that has returned alone, so that a stream can go on', async () => {
    const caller = new AbortController();
    const signal = await setUp({ timeoutMs: 20 }).request.run((inner) => Promise.resolve(inner), {
      signal: caller.signal,
    });
    expect(signal.aborted).toBe(false);
  });
});

describe('deadline and callers', () => {
  it('ends a call whose work outlasts the deadline', async () => {
    const guards = setUp({ request: { concurrency: 1, deadlineMs: 20 } });
    await expect(guards.request.run(hang)).rejects.toThrow(BudgetSpentError);
  });

  it('ends a call that waits too long for its turn', async () => {
    const guards = setUp({ background: { concurrency: 1, ratePerS: 0.01, deadlineMs: 20 } });
    let started = 0;
    await guards.background.run(() => Promise.resolve(started++));
    await expect(guards.background.run(() => Promise.resolve(started++))).rejects.toThrow(BudgetSpentError);
    expect(started).toBe(1);
  });

  it('rejects with the reason of the caller who gave up, and aborts the work', async () => {
    const caller = new AbortController();
    let inner: AbortSignal | undefined;
    const call = setUp().request.run((signal) => hang((inner = signal)), { signal: caller.signal });
    await vi.waitUntil(() => inner !== undefined);
    caller.abort(new Error('gone'));
    await expect(call).rejects.toThrow('gone');
    expect(inner?.aborted).toBe(true);
  });

  it('starts nothing for a caller who gave up while waiting', async () => {
    const guards = setUp({ request: { concurrency: 1, deadlineMs: 60_000 } });
    const caller = new AbortController();
    const release = Promise.withResolvers<string>();
    const first = guards.request.run(() => release.promise);
    let started = false;
    const second = guards.request.run(() => Promise.resolve((started = true)), { signal: caller.signal });
    caller.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    release.resolve('done');
    await first;
    await guards.request.run(() => Promise.resolve());
    expect(started).toBe(false);
  });

  it('ends everything with a stopping error once stopped', async () => {
    const guards = setUp();
    const running = guards.request.run(hang);
    guards.stop();
    await expect(running).rejects.toThrow(StoppingError);
    await expect(guards.background.run(() => Promise.resolve(1))).rejects.toThrow(StoppingError);
  });
});

describe('lanes', () => {
  it('lets requests through while background work fills its own lane', async () => {
    const guards = setUp();
    const release = Promise.withResolvers<string>();
    const background = [1, 2, 3].map(() => guards.background.run(() => release.promise));
    await expect(guards.request.run(() => Promise.resolve('served'))).resolves.toBe('served');
    expect(guards.background.load()).toEqual({ running: 1, waiting: 2 });
    release.resolve('done');
    await Promise.all(background);
  });

  it('never runs more calls at once than the lane has places', async () => {
    const guards = setUp();
    let running = 0;
    let most = 0;
    const call = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
    };
    await Promise.all(Array.from({ length: 20 }, () => guards.request.run(call)));
    expect(most).toBe(3);
  });

  it('spaces background calls evenly', async () => {
    const clock = new SettableClock();
    const guards = setUp({ clock, background: { concurrency: 5, ratePerS: 10, deadlineMs: 60_000 } });
    const startedAt: number[] = [];
    const from = clock.now();
    const calls = [1, 2, 3].map(() =>
      guards.background.run(() => Promise.resolve(startedAt.push(clock.now() - from))),
    );
    await clock.advance(250);
    await Promise.all(calls);
    expect(startedAt).toEqual([0, 100, 200]);
  });
});

describe('circuit breaker', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  function fakeTime(): (ms: number) => void {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-01T00:00:00Z') });
    return (ms) => vi.setSystemTime(Date.now() + ms);
  }

  it('opens after five calls in a row that failed, and then refuses without calling', async () => {
    fakeTime();
    const guards = setUp();
    await failTimes(guards, 4, () => new Outage());
    expect(guards.breaker.state().kind).toBe('CLOSED');
    await failTimes(guards, 1, () => new Outage());
    expect(guards.breaker.state()).toEqual({
      kind: 'OPEN',
      since: Date.now(),
      lastError: { at: Date.now(), detail: 'Outage' },
    });
    let called = false;
    await expect(guards.background.run(() => Promise.resolve((called = true)))).rejects.toThrow(
      BreakerOpenError,
    );
    expect(called).toBe(false);
  });

  it('counts a call once, however often it was tried', async () => {
    const guards = setUp({ retries: 2 });
    await failTimes(guards, 4, () => new Blip());
    expect(guards.breaker.state().kind).toBe('CLOSED');
    await failTimes(guards, 1, () => new Blip());
    expect(guards.breaker.state().kind).toBe('OPEN');
  });

  it.each([
    ['an answer', () => Promise.resolve('ok')],
    ['a refusal', fail(new Refusal())],
  ])('counts anew after %s', async (_name, call) => {
    const guards = setUp();
    await failTimes(guards, 4, () => new Outage());
    await guards.request.run<unknown>(call).catch(() => undefined);
    await failTimes(guards, 4, () => new Outage());
    expect(guards.breaker.state().kind).toBe('CLOSED');
  });

  it('does not count callers who gave up', async () => {
    const guards = setUp();
    for (let n = 0; n < 10; n++) {
      await guards.request.run(hang, { signal: AbortSignal.abort(new Error('gone')) }).catch(() => undefined);
      const caller = new AbortController();
      const call = guards.request.run((signal) => (setImmediate(() => caller.abort()), hang(signal)), {
        signal: caller.signal,
      });
      await call.catch(() => undefined);
    }
    expect(guards.breaker.state()).toMatchObject({ kind: 'CLOSED' });
  });

  it('lets one probe through after half a minute and closes when it is answered', async () => {
    const pass = fakeTime();
    const guards = setUp();
    const kinds: string[] = [];
    guards.breaker.onChange(({ kind }) => kinds.push(kind));
    await failTimes(guards, 5, () => new Outage());
    pass(29_999);
    await expect(guards.request.run(() => Promise.resolve(1))).rejects.toThrow(BreakerOpenError);
    pass(1);
    const release = Promise.withResolvers<string>();
    const probe = guards.request.run(() => release.promise);
    await vi.waitUntil(() => guards.breaker.state().kind === 'HALF_OPEN');
    await expect(guards.request.run(() => Promise.resolve('second'))).rejects.toThrow(BreakerOpenError);
    release.resolve('back');
    await expect(probe).resolves.toBe('back');
    expect(kinds).toEqual(['OPEN', 'HALF_OPEN', 'CLOSED']);
    expect(guards.breaker.state().lastError?.detail).toBe('Outage');
  });

  it('closes when the probe is refused: a refusal is an answer', async () => {
    const pass = fakeTime();
    const guards = setUp();
    await failTimes(guards, 5, () => new Outage());
    pass(30_000);
    await expect(guards.request.run(fail(new Refusal()))).rejects.toThrow(Refusal);
    expect(guards.breaker.state().kind).toBe('CLOSED');
  });

  it('opens again when the probe fails, and needs five failures again after it has closed', async () => {
    const pass = fakeTime();
    const guards = setUp();
    await failTimes(guards, 5, () => new Outage());
    pass(30_000);
    await failTimes(guards, 1, () => new Outage());
    expect(guards.breaker.state()).toMatchObject({ kind: 'OPEN', since: Date.now() });
    pass(30_000);
    await guards.request.run(() => Promise.resolve('ok'));
    await failTimes(guards, 4, () => new Outage());
    expect(guards.breaker.state().kind).toBe('CLOSED');
  });

  it('stays open when the caller of the probe gives up, which proves nothing', async () => {
    const pass = fakeTime();
    const guards = setUp();
    await failTimes(guards, 5, () => new Outage());
    pass(30_000);
    const caller = new AbortController();
    const probe = guards.request.run(
      (signal) => (setImmediate(() => caller.abort(new Error('gone'))), hang(signal)),
      {
        signal: caller.signal,
      },
    );
    await expect(probe).rejects.toThrow('gone');
    await vi.waitUntil(() => guards.breaker.state().kind !== 'HALF_OPEN');
    expect(guards.breaker.state().kind).toBe('OPEN');
  });

  it('opens after three slow answers within a minute, all of which are handed out', async () => {
    const pass = fakeTime();
    const guards = setUp({ slowAfterMs: 5_000 });
    const slow = () => (pass(5_001), Promise.resolve('slow'));
    for (const kind of ['CLOSED', 'CLOSED', 'OPEN']) {
      await expect(guards.request.run(slow)).resolves.toBe('slow');
      expect(guards.breaker.state().kind).toBe(kind);
    }
    expect(guards.breaker.state().lastError?.detail).toContain('5000 ms');
  });

  it('forgets slow answers after a minute', async () => {
    const pass = fakeTime();
    const guards = setUp({ slowAfterMs: 5_000 });
    for (let n = 0; n < 6; n++) {
      await guards.request.run(() => (pass(5_001), Promise.resolve('slow')));
      pass(30_000);
    }
    expect(guards.breaker.state().kind).toBe('CLOSED');
  });

  it('lets background pages be slow', async () => {
    const pass = fakeTime();
    const guards = setUp({ slowAfterMs: 5_000 });
    for (let n = 0; n < 5; n++) await guards.background.run(() => (pass(6_000), Promise.resolve('page')));
    expect(guards.breaker.state().kind).toBe('CLOSED');
  });

  it('counts time-outs of requests as slow', async () => {
    const guards = setUp({ timeoutMs: 5 });
    for (let n = 0; n < 3; n++) await guards.request.run(hang).catch(() => undefined);
    expect(guards.breaker.state().kind).toBe('OPEN');
  });
});
