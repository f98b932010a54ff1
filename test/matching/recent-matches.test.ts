import { describe, expect, it } from 'vitest';
import type { MatchExplanation } from '../../src/matching/explanation.ts';
import { RecentMatches } from '../../src/matching/recent-matches.ts';

function toExplanation(at: number, fileName?: string): MatchExplanation {
  const outcome = { kind: 'MISSED', reason: 'NOT_IN_STASH' } as const;
  return { at, manual: false, outcome, steps: [], tookMs: 0, ...(fileName !== undefined && { fileName }) };
}

const listTimes = (entries: readonly MatchExplanation[]) => entries.map(({ at }) => at);

describe('RecentMatches', () => {
  it('lists the newest first', () => {
    const recent = new RecentMatches();
    for (const at of [1, 2, 3]) recent.record(toExplanation(at));
    expect(listTimes(recent.list())).toEqual([3, 2, 1]);
    expect(listTimes(recent.list({ limit: 2 }))).toEqual([3, 2]);
    expect(recent.list({ limit: 0 })).toEqual([]);
  });

  it('keeps the last thousand', () => {
    const recent = new RecentMatches();
    for (let at = 1; at <= 2_345; at += 1) recent.record(toExplanation(at));
    const times = listTimes(recent.list());
    expect(times).toHaveLength(1_000);
    expect(times[0]).toBe(2_345);
    expect(times.at(-1)).toBe(1_346);
  });

  it('finds part of a file name in any case and Unicode form', () => {
    const recent = new RecentMatches();
    recent.record(toExplanation(1, 'Studio/Café.mp4'.normalize('NFD')));
    recent.record(toExplanation(2, 'Studio/Other.mp4'));
    recent.record(toExplanation(3));
    expect(listTimes(recent.list({ fileName: 'CAFÉ' }))).toEqual([1]);
    expect(listTimes(recent.list({ fileName: 'studio' }))).toEqual([2, 1]);
  });

  it('hands out each new one once, oldest first', () => {
    const recent = new RecentMatches();
    for (const at of [1, 2]) recent.record(toExplanation(at));
    expect(listTimes(recent.drain())).toEqual([1, 2]);
    expect(recent.drain()).toEqual([]);
    recent.record(toExplanation(3));
    expect(listTimes(recent.drain())).toEqual([3]);
    expect(listTimes(recent.list())).toEqual([3, 2, 1]);
  });

  it('hands out the last thousand when nobody drained for long', () => {
    const recent = new RecentMatches();
    for (let at = 1; at <= 1_500; at += 1) recent.record(toExplanation(at));
    expect(listTimes(recent.drain())).toEqual(Array.from({ length: 1_000 }, (_, n) => n + 501));
  });

  it('goes on from an earlier run without handing that out again', () => {
    const recent = new RecentMatches([toExplanation(2), toExplanation(1)]);
    recent.record(toExplanation(3));
    expect(listTimes(recent.list())).toEqual([3, 2, 1]);
    expect(listTimes(recent.drain())).toEqual([3]);
  });
});
