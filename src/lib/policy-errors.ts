/** The circuit breaker lets nothing through: upstream failed too often or answered too slowly a moment ago. */
export class BreakerOpenError extends Error {
  override readonly name = 'BreakerOpenError';
  /** Milliseconds since the epoch: when the breaker opened. */
  readonly openSince: number;

  constructor(openSince: number) {
    super('expected a closed circuit, but got: open after repeated failures, try again in half a minute');
    this.openSince = openSince;
  }
}

/** One attempt got no complete answer in its time. */
export class AttemptTimedOutError extends Error {
  override readonly name = 'AttemptTimedOutError';
  readonly timeoutMs: number;

  constructor(timeoutMs: number) {
    super(`expected a complete answer within ${timeoutMs} ms, but got: none`);
    this.timeoutMs = timeoutMs;
  }
}

/** The whole call, with its waiting and its retries, did not end in its time. */
export class BudgetSpentError extends Error {
  override readonly name = 'BudgetSpentError';

  constructor(deadlineMs: number) {
    super(`expected the call to end within ${deadlineMs} ms, but got: still waiting`);
  }
}

/** The process is stopping: nothing new starts and what runs is cut short. */
export class StoppingError extends Error {
  override readonly name = 'StoppingError';

  constructor() {
    super('expected a running service, but got: one that is stopping');
  }
}
