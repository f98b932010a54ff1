import type { Clock } from '../../src/lib/clock.ts';

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
  timer?: NodeJS.Timeout;
}

/** When the library of a simulated Stash was last saved: its edits count up from there. */
const LIBRARY_SAVED_AT = Date.parse('2026-01-01T00:00:00Z');

/**
 * Time that runs as fast as the machine's, from when a simulated library was saved, and that a test may skip forward:
 * whoever sleeps until then wakes at once.
 */
export class SkippableClock implements Clock {
  #startedAt = LIBRARY_SAVED_AT - performance.now();
  #isHeld = false;
  readonly #sleepers = new Set<Sleeper>();

  now(): number {
    return Math.floor(performance.now() + this.#startedAt);
  }

  ticks(): number {
    return performance.now() + this.#startedAt;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    const end = (): void => {
      clearTimeout(sleeper.timer);
      this.#sleepers.delete(sleeper);
      signal?.removeEventListener('abort', giveUp);
    };
    const giveUp = (): void => {
      end();
      reject(signal?.reason as Error);
    };
    const wake = (): void => {
      end();
      resolve(undefined);
    };
    const sleeper: Sleeper = { wakeAt: this.now() + ms, wake };
    this.#sleepers.add(sleeper);
    if (!this.#isHeld) this.#setTimer(sleeper);
    signal?.addEventListener('abort', giveUp);
    return promise;
  }

  /** Makes it later by so much. */
  skip(ms: number): void {
    this.#startedAt += ms;
    const due = [...this.#sleepers].filter(({ wakeAt }) => wakeAt <= this.now());
    for (const { wake } of due.sort((a, b) => a.wakeAt - b.wakeAt)) wake();
  }

  /** Nobody who goes to sleep from now on wakes before `release`, so that nothing depends on how fast the machine is. */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    for (const sleeper of this.#sleepers) if (!sleeper.timer) this.#setTimer(sleeper);
  }

  #setTimer(sleeper: Sleeper): void {
    sleeper.timer = setTimeout(sleeper.wake, Math.max(0, sleeper.wakeAt - this.now()));
  }
}
