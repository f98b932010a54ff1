import type { CallName } from '../../simulators/plex/scanner/file-report.ts';
import { toPercentile } from '../measure/statistics.ts';

/** The routes whose answers PMS waits for, by the call it makes. */
export const TIMED_CALLS = ['MATCH', 'METADATA', 'IMAGES'] as const satisfies readonly CallName[];

export type TimedCall = (typeof TIMED_CALLS)[number];

/** How long one kind of call took, in milliseconds. */
export interface LatencySpread {
  readonly calls: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

export function toLatencySpread(times: readonly number[]): LatencySpread {
  const at = (share: number): number => toPercentile(times, share);
  return { calls: times.length, p50: at(0.5), p90: at(0.9), p99: at(0.99), p999: at(0.999), max: at(1) };
}
