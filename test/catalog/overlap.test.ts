import { describe, expect, it } from 'vitest';
import {
  NEAR_OVERLAP_MS,
  toEarlierText,
  toLaterInstant,
  WIDE_OVERLAP_MS,
} from '../../src/catalog/overlap.ts';

describe('an earlier text', () => {
  it('is set back on its own wall clock and keeps its offset', () => {
    expect(toEarlierText('2026-11-21T02:15:04+11:00', NEAR_OVERLAP_MS)).toBe('2026-11-21T01:05:04+11:00');
    expect(toEarlierText('2026-01-01T01:00:00-08:00', WIDE_OVERLAP_MS)).toBe('2025-12-30T23:00:00-08:00');
    expect(toEarlierText('2024-03-01T00:30:00Z', NEAR_OVERLAP_MS)).toBe('2024-02-29T23:20:00Z');
    expect(toEarlierText('2024-03-01T00:30:00.123456Z', NEAR_OVERLAP_MS)).toBe('2024-02-29T23:20:00Z');
  });

  it('is below every text that a clock put back by an hour writes afterwards', () => {
    const before: string = '2026-04-05T02:59:59+11:00';
    const after: string = '2026-04-05T02:00:00+10:00';
    expect(after > before).toBe(false);
    expect(after > toEarlierText(before, NEAR_OVERLAP_MS)).toBe(true);
  });

  it('is the text itself when it has another form', () => {
    expect(toEarlierText('yesterday', 1)).toBe('yesterday');
    expect(toEarlierText('', 1)).toBe('');
  });
});

describe('the later of two instants', () => {
  it('is told by time, not by text', () => {
    const melbourne = '2026-11-21T02:15:04+11:00';
    const utc = '2026-11-20T16:00:00Z';
    expect(toLaterInstant(melbourne, utc)).toBe(utc);
    expect(toLaterInstant(utc, melbourne)).toBe(utc);
    expect(toLaterInstant(undefined, utc)).toBe(utc);
  });
});
