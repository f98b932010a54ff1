import {
  type CircuitBreakerPolicy,
  CircuitState,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import type { BreakerFailure, BreakerState, BreakerView } from './breaker-state.ts';
import type { Clock } from './clock.ts';
import { Rest } from './rest.ts';
import { BreakerOpenError } from './policy-errors.ts';
import { type TripLimits, TripRule } from './trip-rule.ts';

/** How a call ended, when it ended with an answer. */
export interface Answer<T> {
  readonly value: T;
  /** True when the answer took so long that it speaks against upstream's health. */
  readonly slow: boolean;
}

export interface BreakerOptions extends TripLimits {
  readonly halfOpenAfterMs: number;
  readonly clock: Clock;
  /** True for an error that means upstream is away, as opposed to an answer that says no. */
  readonly isOutage: (error: unknown) => boolean;
  /** True for an error that comes from the caller, who gave up. */
  readonly isAbort: (error: unknown) => boolean;
  /** An error as a short text without secrets and without upstream's own words. */
  readonly describe: (error: unknown) => string;
}

const KINDS = {
  [CircuitState.Closed]: 'CLOSED',
  [CircuitState.Open]: 'OPEN',
  [CircuitState.HalfOpen]: 'HALF_OPEN',
  [CircuitState.Isolated]: 'OPEN',
} as const;

/** A circuit breaker over cockatiel's that also opens for slowness, refuses at once while probing, and can be watched. */
export class Breaker implements BreakerView {
  readonly #options: BreakerOptions;
  readonly #rule: TripRule;
  readonly #circuit: CircuitBreakerPolicy;
  readonly #listeners = new Set<(state: BreakerState) => void>();
  #state: BreakerState;

  constructor(options: BreakerOptions) {
    this.#options = options;
    this.#rule = new TripRule(options, options.clock);
    this.#state = { kind: 'CLOSED', since: options.clock.now() };
    this.#circuit = circuitBreaker(
      handleWhen((error) => this.#counts(error)).orWhenResult((result) => isSlow(result)),
      { breaker: this.#rule, halfOpenAfter: new Rest(options.halfOpenAfterMs, options.clock) },
    );
    this.#circuit.onStateChange((state) => this.#move(state));
  }

  state(): BreakerState {
    return this.#state;
  }

  onChange(listener: (state: BreakerState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs the call, or throws `BreakerOpenError` at once. Errors of the call come through unchanged. */
  async run<T>(call: () => Promise<Answer<T>>): Promise<T> {
    // cockatiel would let callers wait for the probe; here they have a copy to answer from and need not.
    if (this.#circuit.state === CircuitState.HalfOpen) throw new BreakerOpenError(this.#state.since);
    try {
      const answer = await this.#circuit.execute(() => this.#note(call));
      return answer.value;
    } catch (error) {
      throw isBrokenCircuitError(error) ? new BreakerOpenError(this.#state.since) : error;
    }
  }

  /** Takes down one slow attempt; it counts when the call that it belongs to ends. */
  noteSlow(detail: string): void {
    this.#rule.noteSlow();
    this.#noteError(detail);
  }

  async #note<T>(call: () => Promise<Answer<T>>): Promise<Answer<T>> {
    try {
      const answer = await call();
      this.#rule.noteAnswer();
      return answer;
    } catch (error) {
      this.#noteThrown(error);
      throw error;
    }
  }

  #noteThrown(error: unknown): void {
    if (this.#options.isAbort(error)) return;
    if (this.#options.isOutage(error)) {
      this.#rule.noteFailure();
      this.#noteError(this.#options.describe(error));
    } else {
      this.#rule.noteAnswer();
    }
  }

  #noteError(detail: string): void {
    const lastError: BreakerFailure = { at: this.#options.clock.now(), detail };
    this.#state = { ...this.#state, lastError };
  }

  /** A probe whose caller gave up has proved nothing, so the circuit stays open; elsewhere giving up is no failure. */
  #counts(error: unknown): boolean {
    if (this.#options.isAbort(error)) return this.#circuit.state === CircuitState.HalfOpen;
    return this.#options.isOutage(error);
  }

  #move(state: CircuitState): void {
    if (state === CircuitState.Closed) this.#rule.reset();
    this.#state = { ...this.#state, kind: KINDS[state], since: this.#options.clock.now() };
    for (const listener of this.#listeners) listener(this.#state);
  }
}

function isSlow(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'slow' in result && result.slow === true;
}
