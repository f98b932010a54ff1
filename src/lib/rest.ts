import type { IBackoff } from 'cockatiel';
import type { Clock } from './clock.ts';

/**
 * How long an open circuit rests before its probe, as cockatiel asks for it: the time it is to measure by the wall clock.
 * One that is set back by a day would keep the circuit open for a day, so ours says "for ever" until the rest is over.
 */
export class Rest implements IBackoff<unknown> {
  readonly #ms: number;
  readonly #clock: Clock;
  readonly #startedAt: number;

  constructor(ms: number, clock: Clock) {
    this.#ms = ms;
    this.#clock = clock;
    this.#startedAt = clock.ticks();
  }

  get duration(): number {
    return this.#clock.ticks() - this.#startedAt < this.#ms ? Infinity : -Infinity;
  }

  /** Asked for whenever the circuit opens. */
  next(): Rest {
    return new Rest(this.#ms, this.#clock);
  }
}
