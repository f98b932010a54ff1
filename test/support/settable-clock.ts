import type { Clock } from '../../src/lib/clock.ts';

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

/** A clock that stands still until a test moves it; sleepers wake in the order of their time. */
export class SettableClock implements Clock {
  #now: number;
  #ticks = 1000;
  #sleepers: Sleeper[] = [];

  constructor(startAt = Date.parse('2026-01-01T00:00:00Z')) {
    this.#now = startAt;
  }

  now(): number {
    return this.#now;
  }

  ticks(): number {
    return this.#ticks;
  }

  /** How many callers wait in `sleep`. */
  get sleeping(): number {
    return this.#sleepers.length;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const sleeper = { wakeAt: this.#ticks + ms, wake: () => resolve(undefined) };
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    signal?.addEventListener('abort', () => {
      this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
      reject(signal.reason as Error);
    });
    this.#sleepers.push(sleeper);
    return promise;
  }

  /** Moves time forward and lets everything that became due run. */
  async advance(ms: number): Promise<void> {
    const until = this.#ticks + ms;
    await settle();
    for (let next = this.#nextDue(until); next; next = this.#nextDue(until)) {
      this.pass(Math.max(0, next.wakeAt - this.#ticks));
      this.#sleepers = this.#sleepers.filter((other) => other !== next);
      next.wake();
      await settle();
    }
    this.pass(until - this.#ticks);
    await settle();
  }

  /** Lets time go by without waking anybody. */
  pass(ms: number): void {
    this.#ticks += ms;
    this.#now += ms;
  }

  /** Sets the clock to any instant, also backwards, in no time at all. */
  set(now: number): void {
    this.#now = now;
  }

  #nextDue(until: number): Sleeper | undefined {
    return this.#sleepers.filter((s) => s.wakeAt <= until).sort((a, b) => a.wakeAt - b.wakeAt)[0];
  }
}

/** Lets every promise that is already resolved run its continuations. */
async function settle(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}
