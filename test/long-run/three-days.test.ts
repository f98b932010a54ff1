import { describe, expect, it } from 'vitest';
import { judgeLongRun } from '../../bench/long-run/judge-long-run.ts';
import { runLongRun } from '../../bench/long-run/run-long-run.ts';

/** What `npm run long-run` does in thirty days with a few thousand scenes, in little. */
const run = await runLongRun({ days: 3, scenes: 30, followS: 3600, say: () => undefined });
const rows = judgeLongRun(run);

describe('three days of the service under a clock that jumps', () => {
  it('bring everything that recurs as often as its setting says, outages told apart', () => {
    const recurring = rows.filter(({ what }) => /daily|hourly|every|planned/.test(what));
    expect(recurring).toHaveLength(6);
    expect(recurring.filter(({ isMet }) => !isMet)).toEqual([]);
  });

  it('leave no table, log, memory or handle larger than it was', () => {
    const others = rows.filter(({ what }) => !/daily|hourly|every|planned/.test(what));
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter(({ isMet }) => !isMet)).toEqual([]);
  });

  it('end each with every scene of Stash in the catalog', () => {
    expect(run.days.map(({ database }) => database.rows['scenes'])).toEqual([30, 30, 30]);
    expect(run.days.map(({ hadOutage }) => hadOutage)).toEqual([false, false, true]);
  });
});
