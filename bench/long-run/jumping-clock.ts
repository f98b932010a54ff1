import type { Clock } from '../../src/lib/clock.ts';

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

type SetTimeout = typeof globalThis.setTimeout;
type Work = (...values: unknown[]) => void;

/**
 * A clock that stands still while anything is going on and jumps to the next sleeper when nothing is: days pass in
 * seconds, and nobody finds that an answer took an hour.
 */
export class JumpingClock implements Clock {
  readonly #settle: () => Promise<void>;
  readonly #sleepers = new Set<Sleeper>();
  #now: number;

  /** @param settle resolves when nothing goes on that would end by itself. */
  constructor(startAt: number, settle: () => Promise<void>) {
    this.#now = startAt;
    this.#settle = settle;
  }

  /** Makes it the time of the whole process: packages look at `Date` and set timers of their own. */
  install(): void {
    Date.now = () => this.#now;
    globalThis.setTimeout = this.#setTimeout.bind(this) as unknown as SetTimeout;
    const clear = globalThis.clearTimeout;
    globalThis.clearTimeout = (timer) => (timer instanceof JumpingTimer ? timer.clear() : clear(timer));
  }

  now(): number {
    return this.#now;
  }

  ticks(): number {
    return this.#now;
  }

  /** How many wait in `sleep` or for a timer. */
  get sleeping(): number {
    return this.#sleepers.size;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    const forget = this.#wakeAfter(ms, () => {
      signal?.removeEventListener('abort', giveUp);
      resolve(undefined);
    });
    const giveUp = (): void => {
      forget();
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    return promise;
  }

  /** Lets everything that is due until then happen, in its order. */
  async advanceTo(until: number): Promise<void> {
    await this.#settle();
    for (let next = this.#findNext(until); next; next = this.#findNext(until)) {
      this.#now = Math.max(this.#now, next.wakeAt);
      this.#sleepers.delete(next);
      next.wake();
      await this.#settle();
    }
    this.#now = Math.max(this.#now, until);
  }

  #setTimeout(work: Work, ms = 0, ...values: unknown[]): JumpingTimer {
    return new JumpingTimer(this.#wakeAfter(ms, () => work(...values)));
  }

  #wakeAfter(ms: number, wake: () => void): () => void {
    const sleeper = { wakeAt: this.#now + ms, wake };
    this.#sleepers.add(sleeper);
    return () => this.#sleepers.delete(sleeper);
  }

  #findNext(until: number): Sleeper | undefined {
    let next: Sleeper | undefined;
    for (const sleeper of this.#sleepers) {
      if (sleeper.wakeAt <= until && (!next || sleeper.wakeAt < next.wakeAt)) next = sleeper;
    }
    return next;
  }
}

/** As much of a timer of Node as is made use of; none of these keeps the process alive. */
class JumpingTimer {
  readonly clear: () => void;

  constructor(clear: () => void) {
    this.clear = clear;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}
