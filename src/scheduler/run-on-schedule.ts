import type { ScheduleSpec } from '../config/parse-schedule.ts';
import type { Clock } from '../lib/clock.ts';
import { nextDueAt } from './schedule.ts';

/** Something that recurs. */
export interface RecurringWork {
  readonly spec: ScheduleSpec;
  /** When it last began, across restarts. */
  lastStartedAt(): number | undefined;
  /** Does it; one run at a time, since the next is planned only after this one ends. Never rejects but for `signal`. */
  run(signal: AbortSignal): Promise<void>;
  /** Most milliseconds by which a run is put off at random, so that many installations do not ask at once. */
  readonly jitterMs: number;
}

/** A recurring work that is being waited for. */
export interface Schedule {
  /** When the next run is planned; `undefined` while one runs or when none is planned. */
  nextRunAt(): number | undefined;
  /** Resolves once the loop has ended; it ends when its signal aborts. */
  readonly ended: Promise<void>;
}

/** Timers longer than 2^31 ms fire at once, and a machine that slept should notice soon: wait in pieces. */
const LONGEST_WAIT_MS = 60_000;
/** Rest between two runs whatever the schedule says, so that a run that fails at once does not spin. */
const LEAST_REST_MS = 1000;

/** Runs the work whenever it is due until the signal aborts. */
export function runOnSchedule(
  work: RecurringWork,
  clock: Clock,
  signal: AbortSignal,
  random = Math.random,
): Schedule {
  const state: { nextRunAt: number | undefined } = { nextRunAt: undefined };
  const loop = async (): Promise<void> => {
    for (;;) {
      const due = nextDueAt(work.spec, work.lastStartedAt(), clock.now());
      if (due === undefined) return;
      state.nextRunAt = due + Math.floor(random() * work.jitterMs);
      if (!(await waitUntil(state.nextRunAt, clock, signal))) continue;
      state.nextRunAt = undefined;
      await work.run(signal);
      await clock.sleep(LEAST_REST_MS, signal);
    }
  };
  const ended = loop().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return { nextRunAt: () => state.nextRunAt, ended };
}

/** False when the clock was set back meanwhile, which makes the plan void: it may be a year away by now. */
async function waitUntil(at: number, clock: Clock, signal: AbortSignal): Promise<boolean> {
  signal.throwIfAborted();
  let last = clock.now();
  while (last < at) {
    await clock.sleep(Math.min(at - last, LONGEST_WAIT_MS), signal);
    const now = clock.now();
    if (now < last) return false;
    last = now;
  }
  return true;
}
