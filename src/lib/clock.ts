import { setTimeout as delay } from 'node:timers/promises';

/** The one source of time, so that tests can set it. */
export interface Clock {
  /** Milliseconds since the Unix epoch: when something was. It may be set back and ahead at any moment. */
  now(): number;
  /** Milliseconds since some moment: how long something took or is still good. It only ever goes on. */
  ticks(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when that aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  ticks: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal ? { signal, ref: false } : { ref: false }),
};
