import type { CallName, FileOutcome, FileReport } from './file-report.ts';
import { type LatencySummary, summariseLatency } from './latency-summary.ts';

/** What one pass over a library brought. */
export interface ScanReport {
  readonly files: readonly FileReport[];
  readonly counts: Readonly<Record<FileOutcome, number>>;
  /** Breaches of the provider contract: those of the manifest first, then file by file. */
  readonly violations: readonly string[];
  readonly latencyMs: Readonly<Partial<Record<CallName, LatencySummary>>>;
  readonly tookMs: number;
}

/** Where a scan stands. */
export interface ScanProgress {
  readonly done: number;
  readonly counts: Readonly<Record<FileOutcome, number>>;
}

/** Adds a scan up. */
export function toScanReport(
  files: readonly FileReport[],
  manifestViolations: readonly string[],
  tookMs: number,
): ScanReport {
  const counts = noCounts();
  for (const { outcome } of files) counts[outcome]++;
  const violations = [...manifestViolations, ...files.flatMap((file) => file.violations)];
  return { files, counts, violations, latencyMs: summariseLatency(files), tookMs };
}

/** All outcomes at zero. */
export function noCounts(): Record<FileOutcome, number> {
  return { MATCHED: 0, UNMATCHED: 0, TRANSIENT: 0, FAILED: 0 };
}
