export interface BreakerFailure {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** A sentence or token without secrets and without upstream's own words. */
  readonly detail: string;
}

/** Where the circuit stands. `since` is in milliseconds since the epoch. */
export interface BreakerState {
  readonly kind: 'CLOSED' | 'OPEN' | 'HALF_OPEN';
  readonly since: number;
  /** The last thing that counted against upstream; kept after the circuit closed again. */
  readonly lastError?: BreakerFailure;
}

/** The breaker as status, metrics and readiness see it. */
export interface BreakerView {
  state(): BreakerState;
  /** Calls the listener after each change of `kind`; the returned function ends that. */
  onChange(listener: (state: BreakerState) => void): () => void;
}
