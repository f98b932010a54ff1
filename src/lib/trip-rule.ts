import type { IBreaker } from 'cockatiel';
import type { Clock } from './clock.ts';

export interface TripLimits {
  readonly failuresInRow: number;
  readonly slowAnswers: number;
  readonly slowWindowMs: number;
}

/**
 * When the circuit opens: after so many failures in a row, or so many slow answers within a window.
 *
 * Outcomes are noted as they happen, and cockatiel asks afterwards: between the two, other calls may end, so the
 * question "failure or slowness?" cannot be answered from the order of cockatiel's calls alone.
 */
export class TripRule implements IBreaker {
  readonly #limits: TripLimits;
  readonly #clock: Clock;
  #failuresInRow = 0;
  #slowAt: number[] = [];
  /** Asked for by cockatiel, for saving a breaker; ours is never saved. */
  state: unknown = undefined;

  constructor(limits: TripLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  noteAnswer(): void {
    this.#failuresInRow = 0;
  }

  noteFailure(): void {
    this.#failuresInRow += 1;
  }

  noteSlow(): void {
    this.#slowAt = [...this.#recentSlow(), this.#clock.ticks()];
  }

  reset(): void {
    this.#failuresInRow = 0;
    this.#slowAt = [];
  }

  success(): void {
    // Noted by noteAnswer already.
  }

  failure(): boolean {
    return (
      this.#failuresInRow >= this.#limits.failuresInRow ||
      this.#recentSlow().length >= this.#limits.slowAnswers
    );
  }

  #recentSlow(): number[] {
    const from = this.#clock.ticks() - this.#limits.slowWindowMs;
    return this.#slowAt.filter((at) => at > from);
  }
}
