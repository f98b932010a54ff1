import type { Problem } from '../observe/problem.ts';
import type { Check } from './check.ts';
import { CHECKS } from './check-list.ts';
import type { DoctorContext } from './doctor-context.ts';
import { type CheckResult, runChecks } from './run-checks.ts';

/** What one run found, in the order of the checks. */
export interface DoctorReport {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly tookMs: number;
  readonly results: readonly CheckResult[];
  readonly problems: readonly Problem[];
}

export interface Doctor {
  /** Runs every check; a call while one runs gets the same report. Rejects only with the reason of the signal. */
  run(signal: AbortSignal): Promise<DoctorReport>;
  /** What the last run found that a running service does not tell at any moment by itself; empty before the first. */
  lastFindings(): readonly Problem[];
}

export function createDoctor(context: DoctorContext, checks: readonly Check[] = CHECKS): Doctor {
  const live = new Set(checks.filter(({ isLive }) => isLive).map(({ id }) => id));
  let last: DoctorReport | undefined;
  let running: Promise<DoctorReport> | undefined;

  async function run(signal: AbortSignal): Promise<DoctorReport> {
    const startedAt = context.clock.now();
    const ticksBefore = context.clock.ticks();
    const results = await runChecks(checks, context, signal);
    const problems = results.flatMap((result) => result.problems);
    last = { startedAt, tookMs: Math.round(context.clock.ticks() - ticksBefore), results, problems };
    return last;
  }

  return {
    run: (signal) => (running ??= run(signal).finally(() => (running = undefined))),
    lastFindings: () =>
      (last?.results ?? []).filter(({ check }) => !live.has(check)).flatMap((result) => result.problems),
  };
}
