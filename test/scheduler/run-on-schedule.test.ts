import { describe, expect, it } from 'vitest';
import { schedule } from '../../src/config/parse-schedule.ts';
import { nextDueAt } from '../../src/scheduler/schedule.ts';
import { type RecurringWork, runOnSchedule } from '../../src/scheduler/run-on-schedule.ts';
import { SettableClock } from '../support/settable-clock.ts';

const HOUR = 3_600_000;

function spec(text: string) {
  const result = schedule(text);
  if (!result.ok) throw new Error(result.expected);
  return result.value;
}

/** A work that notes when it ran. */
function noted(text: string, clock: SettableClock, last?: number) {
  const ranAt: number[] = [];
  const work: RecurringWork = {
    spec: spec(text),
    jitterMs: 0,
    lastStartedAt: () => ranAt.at(-1) ?? last,
    run: async () => void ranAt.push(clock.now()),
  };
  return { work, ranAt };
}

describe('nextDueAt', () => {
  it('is now for what never ran', () => {
    expect(nextDueAt(spec('daily'), undefined, 5000)).toBe(5000);
  });

  it('is now, once, for runs that were missed', () => {
    expect(nextDueAt(spec('hourly'), 0, 10 * HOUR)).toBe(10 * HOUR);
  });

  it('is never for manual work', () => {
    expect(nextDueAt(spec('manual'), undefined, 5000)).toBeUndefined();
  });

  it('follows a cron expression', () => {
    const last = new Date(2026, 0, 1, 5, 0, 0).getTime();
    expect(nextDueAt(spec('30 4 * * *'), last, last)).toBe(new Date(2026, 0, 2, 4, 30, 0).getTime());
  });

  it('does not put a run off when the clock was set back', () => {
    expect(nextDueAt(spec('hourly'), 100 * HOUR, HOUR)).toBe(2 * HOUR);
  });
});

describe('the schedule setting', () => {
  it.each(['sometimes', '* * *', '61 * * * *', ''])('refuses %j', (text) => {
    expect(schedule(text).ok).toBe(false);
  });
});

describe('runOnSchedule', () => {
  it('runs at once what never ran, and then at its pace', async () => {
    const clock = new SettableClock();
    const { work, ranAt } = noted('hourly', clock);
    const stop = new AbortController();
    const running = runOnSchedule(work, clock, stop.signal);
    const startAt = clock.now();
    await clock.advance(3 * HOUR);
    expect(ranAt).toEqual([startAt, startAt + HOUR, startAt + 2 * HOUR, startAt + 3 * HOUR]);
    stop.abort();
    await running.ended;
  });

  it('shows when the next run is planned', async () => {
    const clock = new SettableClock();
    const stop = new AbortController();
    const running = runOnSchedule(noted('daily', clock, clock.now() - HOUR).work, clock, stop.signal);
    expect(running.nextRunAt()).toBe(clock.now() + 23 * HOUR);
    stop.abort();
    await running.ended;
  });

  it('never starts a run while the last one goes on', async () => {
    const clock = new SettableClock();
    const { work, ranAt } = noted('hourly', clock);
    const stop = new AbortController();
    const slow = {
      ...work,
      run: async (signal: AbortSignal) => {
        await work.run(signal);
        await clock.sleep(5 * HOUR, signal);
      },
    };
    const running = runOnSchedule(slow, clock, stop.signal);
    await clock.advance(4 * HOUR);
    expect(ranAt).toHaveLength(1);
    stop.abort();
    await running.ended;
  });

  it('ends at once when it is told to stop', async () => {
    const clock = new SettableClock();
    const stop = new AbortController();
    const running = runOnSchedule(noted('daily', clock, clock.now()).work, clock, stop.signal);
    stop.abort();
    await expect(running.ended).resolves.toBeUndefined();
  });
});
