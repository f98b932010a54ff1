import type { Clock } from '../../src/lib/clock.ts';

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

/** The machine's time, which a test may skip forward: whoever sleeps until then wakes at once. */
export class SkippableClock implements Clock {
  #skippedMs = 0;
  readonly #sleepers = new Set<Sleeper>();

  now(): number {
    return Date.now() + this.#skippedMs;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    const timer = setTimeout(() => sleeper.wake(), ms);
    const end = (): void => {
      clearTimeout(timer);
      this.#sleepers.delete(sleeper);
      signal?.removeEventListener('abort', giveUp);
    };
    const giveUp = (): void => {
      end();
      reject(signal?.reason as Error);
    };
    const sleeper: Sleeper = {
      wakeAt: this.now() + ms,
      wake: () => {
        end();
        resolve(undefined);
      },
    };
    this.#sleepers.add(sleeper);
    signal?.addEventListener('abort', giveUp);
    return promise;
  }

  /** Makes it later by so much. */
  skip(ms: number): void {
    this.#skippedMs += ms;
    const due = [...this.#sleepers].filter(({ wakeAt }) => wakeAt <= this.now());
    for (const { wake } of due.sort((a, b) => a.wakeAt - b.wakeAt)) wake();
  }
}
