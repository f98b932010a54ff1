import pLimit from 'p-limit';
import type { Clock } from '../lib/clock.ts';
import { BudgetSpentError } from '../lib/policy-errors.ts';
import { createRateLimit } from '../lib/rate-limit.ts';
import { runWithin } from '../lib/run-within.ts';
import { isTransient } from './is-transient.ts';
import { PmsError } from './pms-error.ts';

/**
 * How long a call puts up with trouble. `SHORT` for first contact, where a person may be waiting; `LONG` inside a
 * listing, so that a PMS that restarts does not cost the pages read so far.
 */
export type Patience = 'SHORT' | 'LONG';

export interface PmsGuardOptions {
  readonly clock: Clock;
  /** Calls in flight; 2 unless set, since PMS has one SQLite database for all it does. */
  readonly concurrency?: number;
  /** Calls begun in a second; 50 unless set. */
  readonly ratePerS?: number;
  /** Between 0 and 1, for the jitter. */
  readonly random?: () => number;
}

export interface PmsGuards {
  /** Runs a read, again where that may help. Throws what the last attempt threw, or the reason of the signal. */
  run<T>(call: (signal: AbortSignal) => Promise<T>, signal: AbortSignal, patience: Patience): Promise<T>;
}

interface Pauses {
  readonly attempts: number;
  readonly firstMs: number;
  readonly longestMs: number;
  /** For all attempts, pauses and waiting for a place together. */
  readonly deadlineMs: number;
}

const PAUSES: Readonly<Record<Patience, Pauses>> = {
  SHORT: { attempts: 3, firstMs: 500, longestMs: 2_000, deadlineMs: 120_000 },
  LONG: { attempts: 8, firstMs: 1_000, longestMs: 30_000, deadlineMs: 600_000 },
};

/**
 * The guards toward PMS: deadline, retry with full jitter, pace, concurrency limit; the time-out of one attempt is the
 * transport's. A call that pauses gives up its place meanwhile.
 */
export function createPmsGuards(options: PmsGuardOptions): PmsGuards {
  const { clock, concurrency = 2, ratePerS = 50, random = Math.random } = options;
  const limit = pLimit(concurrency);
  const rate = createRateLimit(ratePerS, clock);

  async function attempt<T>(call: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    await rate(signal);
    return limit(async () => {
      signal.throwIfAborted();
      return call(signal);
    });
  }

  async function persist<T>(
    call: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
    pauses: Pauses,
  ): Promise<T> {
    for (let failures = 1; ; failures++) {
      try {
        return await attempt(call, signal);
      } catch (error) {
        if (signal.aborted || failures >= pauses.attempts || !isTransient(error)) throw error;
        await clock.sleep(random() * toCeilingMs(failures, pauses), signal);
      }
    }
  }

  return {
    async run(call, signal, patience) {
      const pauses = PAUSES[patience];
      try {
        return await runWithin(pauses.deadlineMs, [signal], (within) => persist(call, within, pauses));
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        throw error instanceof BudgetSpentError ? new PmsError('TOO_SLOW', { cause: error }) : error;
      }
    },
  };
}

function toCeilingMs(failures: number, { firstMs, longestMs }: Pauses): number {
  return Math.min(longestMs, firstMs * 2 ** (failures - 1));
}
