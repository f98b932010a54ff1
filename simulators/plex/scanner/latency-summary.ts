import type { CallName, FileReport } from './file-report.ts';

/** How long one kind of call took, in milliseconds. */
export interface LatencySummary {
  readonly calls: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Summarises the calls of a scan by kind; kinds that were never called are absent. */
export function summariseLatency(files: readonly FileReport[]): Partial<Record<CallName, LatencySummary>> {
  const byCall = new Map<CallName, number[]>();
  for (const { latencyMs } of files)
    for (const [call, ms] of Object.entries(latencyMs) as [CallName, number][])
      (byCall.get(call) ?? byCall.set(call, []).get(call))?.push(ms);
  return Object.fromEntries([...byCall].map(([call, times]) => [call, summarise(times)]));
}

function summarise(times: readonly number[]): LatencySummary {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { calls: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
