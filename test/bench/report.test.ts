import { describe, expect, it } from 'vitest';
import { toTable } from '../../bench/report/table.ts';
import { toTextPlot } from '../../bench/report/text-plot.ts';
import { runRounds } from '../../bench/measure/rounds.ts';
import { toMedian, toPercentile } from '../../bench/measure/statistics.ts';

describe('a benchmark', () => {
  it('takes the middle of what it measured', () => {
    expect(toMedian([5, 1, 3])).toBe(3);
    expect(toMedian([4, 1, 2, 3])).toBe(2.5);
    expect(toMedian([])).toBeNaN();
  });

  it('takes for a percentile the value that so many do not exceed', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(toPercentile(values, 0.99)).toBe(99);
    expect(toPercentile(values, 1)).toBe(100);
    expect(toPercentile([7], 0.5)).toBe(7);
  });

  it('measures its contestants in turn and throws the warm-up away', async () => {
    const order: string[] = [];
    const contestant = (name: string) => async () => order.push(name);
    const results = await runRounds({ a: contestant('a'), b: contestant('b') }, { rounds: 2, warmUp: 1 });
    expect(order).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
    expect(results).toEqual({ a: [3, 5], b: [4, 6] });
  });
});

describe('the report', () => {
  it('says of every row whether it is met', () => {
    const row = { benchmark: 'x', what: 'speed', measured: '5/s', target: '≥ 0.8' };
    const table = toTable([
      { ...row, comparedWith: '10/s', ratio: 0.5, isMet: false },
      { ...row, isMet: true },
    ]).split('\n');
    expect(table[1]).toMatch(/^speed +5\/s +10\/s +0\.50 +≥ 0\.8 +NOT met$/);
    expect(table[2]).toMatch(/^speed +5\/s +≥ 0\.8 +met$/);
  });

  it('draws a cost that doubles as a bar twice as long', () => {
    const points = [
      { size: 10_000, cost: 1 },
      { size: 100_000, cost: 2 },
    ];
    const [, small, large] = toTextPlot({ benchmark: 'x', what: 'x', unit: 'µs', points }).split('\n');
    expect(small?.match(/█/g)).toHaveLength(20);
    expect(large?.match(/█/g)).toHaveLength(40);
  });
});
