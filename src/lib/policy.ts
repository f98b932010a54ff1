import {
  ExponentialBackoff,
  type RetryPolicy,
  TimeoutStrategy,
  fullJitterGenerator,
  handleWhen,
  retry,
  timeout,
} from 'cockatiel';
import pLimit from 'p-limit';
import { type Answer, Breaker } from './breaker.ts';
import type { BreakerView } from './breaker-state.ts';
import type { Clock } from './clock.ts';
import { AttemptTimedOutError, StoppingError } from './policy-errors.ts';
import { type RateLimit, createRateLimit } from './rate-limit.ts';
import { runWithin } from './run-within.ts';

/**
 * What an error of a call means to the guards. `TRANSIENT`: upstream is away, trying again may help. `OUTAGE`: it is
 * away, and trying again would only add load. `ANSWER`: it answered, with a no; reachability is not in question.
 */
export type ErrorJudgement = 'TRANSIENT' | 'OUTAGE' | 'ANSWER';

interface LaneLimits {
  readonly concurrency: number;
  /** Calls a second; without it no limit. */
  readonly ratePerS?: number;
  /** Longest time a call may take with its waiting and retries. */
  readonly deadlineMs: number;
}

export interface GuardOptions {
  readonly clock: Clock;
  readonly request: LaneLimits;
  readonly background: LaneLimits;
  /** Time one attempt has until its answer is complete. */
  readonly timeoutMs: number;
  /** An answer to a request that takes longer than this counts as slow; half of `timeoutMs` unless set. */
  readonly slowAfterMs?: number;
  readonly retries?: number;
  readonly retryBaseMs?: number;
  readonly judge: (error: unknown) => ErrorJudgement;
  /** An error as a short text without secrets and without upstream's own words. */
  readonly describe: (error: unknown) => string;
}

interface GuardedCall {
  readonly signal?: AbortSignal | undefined;
  /** Only reads are tried again: a write may have happened although its answer was lost. `READ` unless set. */
  readonly kind?: 'READ' | 'WRITE';
}

export interface Lane {
  /**
   * Runs one call under all guards. Throws what the call throws, or `BreakerOpenError`, `AttemptTimedOutError`,
   * `BudgetSpentError`, `StoppingError`, or the reason of the caller's signal.
   */
  run<T>(call: (signal: AbortSignal) => Promise<T>, options?: GuardedCall): Promise<T>;
  /** Calls that run and calls that wait for a place. */
  load(): { readonly running: number; readonly waiting: number };
}

export interface Guards {
  readonly request: Lane;
  readonly background: Lane;
  readonly breaker: BreakerView;
  /** Ends every call with `StoppingError` and refuses new ones. */
  stop(): void;
}

/** Failures in a row, slow answers, their window and the pause before a probe. */
const BREAKER = { failuresInRow: 5, slowAnswers: 3, slowWindowMs: 60_000, halfOpenAfterMs: 30_000 };

/**
 * The guards toward one upstream, in this order: deadline, concurrency limit, circuit breaker, retry with full
 * jitter, time-out. Two lanes share the breaker and nothing else, so background work cannot take the places of
 * requests; it gives way further by being few and spaced.
 *
 * The retry is inside the breaker, and a call counts once, however many attempts it took: a blip that the second
 * attempt healed is no outage, and one unlucky call must not bring the circuit half way to opening. Slowness counts
 * per attempt, since the pauses between attempts are ours.
 */
export function createGuards(options: GuardOptions): Guards {
  const stopping = new AbortController();
  const breaker = new Breaker({
    ...BREAKER,
    clock: options.clock,
    isAbort: (error) => error instanceof EndedEarlyError,
    isOutage: (error) => judge(error, options) !== 'ANSWER',
    describe: options.describe,
  });
  const lane = (limits: LaneLimits, attempt: AttemptOptions) =>
    createLane(limits, attempt, { ...options, breaker, stopping: stopping.signal });
  return {
    // A background page is as large as upstream bears and adapts to it, so only a request's slowness tells of trouble.
    request: lane(options.request, { countSlow: true }),
    background: lane(options.background, { countSlow: false }),
    breaker,
    stop: () => stopping.abort(new StoppingError()),
  };
}

interface AttemptOptions {
  readonly countSlow: boolean;
}

interface LaneParts extends GuardOptions {
  readonly breaker: Breaker;
  readonly stopping: AbortSignal;
}

function createLane(limits: LaneLimits, attempt: AttemptOptions, parts: LaneParts): Lane {
  const limit = pLimit(limits.concurrency);
  const rate = createRateLimit(limits.ratePerS, parts.clock);
  const retrying = createRetry(parts);
  return {
    load: () => ({ running: limit.activeCount, waiting: limit.pendingCount }),
    run: (call, { signal, kind = 'READ' } = {}) =>
      runWithin(limits.deadlineMs, [parts.stopping, ...(signal ? [signal] : [])], async (within) => {
        await takeTurn(rate, within);
        return limit(() => runPlaced(within, parts, () => attempts(call, kind, within)));
      }),
  };

  function attempts<T>(
    call: (signal: AbortSignal) => Promise<T>,
    kind: 'READ' | 'WRITE',
    signal: AbortSignal,
  ) {
    const once = () => runAttempt(call, signal, attempt, parts);
    return kind === 'READ' ? retrying.execute(once, signal) : once();
  }
}

async function takeTurn(rate: RateLimit, signal: AbortSignal): Promise<void> {
  await rate(signal);
  signal.throwIfAborted();
}

/** Runs when a place is free: the caller may have given up by then, which must not be mistaken for a probe. */
async function runPlaced<T>(
  signal: AbortSignal,
  parts: LaneParts,
  attempts: () => Promise<Answer<T>>,
): Promise<T> {
  signal.throwIfAborted();
  return parts.breaker.run(attempts);
}

function createRetry(options: GuardOptions): RetryPolicy {
  return retry(
    handleWhen((error) => judge(error, options) === 'TRANSIENT'),
    {
      maxAttempts: options.retries ?? 2,
      backoff: new ExponentialBackoff({
        generator: fullJitterGenerator,
        initialDelay: options.retryBaseMs ?? 250,
        maxDelay: 2_000,
      }),
    },
  );
}

async function runAttempt<T>(
  call: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  attempt: AttemptOptions,
  parts: LaneParts,
): Promise<Answer<T>> {
  const startedAt = parts.clock.ticks();
  const slowAfterMs = parts.slowAfterMs ?? parts.timeoutMs / 2;
  try {
    const value = await runTimed(call, parts.timeoutMs, signal);
    const slow = attempt.countSlow && parts.clock.ticks() - startedAt > slowAfterMs;
    if (slow) parts.breaker.noteSlow(`answers took longer than ${slowAfterMs} ms`);
    return { value, slow };
  } catch (error) {
    if (attempt.countSlow && error instanceof AttemptTimedOutError) parts.breaker.noteSlow(error.message);
    throw error;
  }
}

/** One attempt with its time-out. Whoever ended it is told apart: the caller, our own clock, or upstream. */
async function runTimed<T>(
  call: (signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<T> {
  let inner = signal;
  refuseEnded(signal);
  try {
    return await limitTo(timeoutMs).execute((context) => call((inner = context.signal)), signal);
  } catch (error) {
    refuseEnded(signal);
    throw inner.aborted ? new AttemptTimedOutError(timeoutMs) : error;
  }
}

function refuseEnded(signal: AbortSignal): void {
  if (signal.aborted) throw new EndedEarlyError();
}

/** Aggressive, so that a call deaf to its signal cannot keep its place; not aborted on return, since bodies stream. */
function limitTo(timeoutMs: number) {
  return timeout(timeoutMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });
}

function judge(error: unknown, options: GuardOptions): ErrorJudgement {
  // A time-out is not tried again: the question is likely still being worked on, and asking twice doubles the load.
  if (error instanceof AttemptTimedOutError) return 'OUTAGE';
  return error instanceof EndedEarlyError ? 'ANSWER' : options.judge(error);
}

/**
 * Says to the layers within that the call was ended from outside, whatever the reason given. Callers never see it:
 * `runWithin` has rejected with the reason itself by then.
 */
class EndedEarlyError extends Error {
  override readonly name = 'EndedEarlyError';
}
