import { describe, expect, it } from 'vitest';
import type { DayReading } from '../../bench/long-run/day-reading.ts';
import { JumpingClock } from '../../bench/long-run/jumping-clock.ts';
import { judgeFlatness } from '../../bench/long-run/judge-flatness.ts';

const MEGABYTE = 1_000_000;

/** A day on which everything was as on any other, but for the heap. */
function dayWithHeap(day: number, heapBytes: number): DayReading {
  const log = { lines: 1, bytes: 100, byMessage: [] };
  const counts = { resources: { TCPServerWrap: 2 }, descriptors: 30, processListeners: 3, sleeping: 5 };
  const memory = { heapBytes, externalBytes: MEGABYTE, residentBytes: 100 * MEGABYTE };
  const database = { fileBytes: 5 * MEGABYTE, logBytes: 0, freeBytes: 0, rows: {}, gaps: {} };
  return {
    day,
    isQuiet: false,
    hadOutage: false,
    service: { ...memory, ...counts, log, passes: [], warnings: [] },
    database: { ...database, scheduledSweeps: [], oldestAt: undefined },
    asked: {},
    tookMs: 1,
  };
}

function judgeHeap(heapOf: (day: number) => number): boolean | undefined {
  const days = Array.from({ length: 30 }, (_, index) => dayWithHeap(index + 1, heapOf(index + 1)));
  return judgeFlatness(days).find(({ what }) => what === 'heap')?.isMet;
}

describe('a heap over thirty days', () => {
  it('is flat when it goes up and down', () => {
    expect(judgeHeap((day) => (60 + (day % 3)) * MEGABYTE)).toBe(true);
  });

  it('is flat when only its first two days were lower', () => {
    expect(judgeHeap((day) => (day < 3 ? 30 : 60) * MEGABYTE)).toBe(true);
  });

  it('is not flat when each day adds a little', () => {
    expect(judgeHeap((day) => (60 + day * 0.4) * MEGABYTE)).toBe(false);
  });
});

describe('a clock that jumps', () => {
  it('wakes sleepers in the order of their time, once what the one before began has ended', async () => {
    const happened: string[] = [];
    const settle = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      happened.push('quiet');
    };
    const clock = new JumpingClock(0, settle);
    const sleep = (ms: number) => clock.sleep(ms).then(() => happened.push(`${ms} at ${clock.now()}`));
    const both = Promise.all([sleep(2_000), sleep(1_000)]);
    await clock.advanceTo(5_000);
    await both;
    expect(happened).toEqual(['quiet', '1000 at 1000', 'quiet', '2000 at 2000', 'quiet']);
    expect(clock.now()).toBe(5_000);
  });

  it('forgets who gave up', async () => {
    const clock = new JumpingClock(0, async () => undefined);
    const givingUp = new AbortController();
    const sleeping = clock.sleep(1_000, givingUp.signal);
    givingUp.abort(new Error('no more'));
    await expect(sleeping).rejects.toThrow('no more');
    expect(clock.sleeping).toBe(0);
  });
});
