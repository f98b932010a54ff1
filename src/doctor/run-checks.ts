import { BudgetSpentError } from '../lib/policy-errors.ts';
import { runWithin } from '../lib/run-within.ts';
import type { Problem } from '../observe/problem.ts';
import type { Check, CheckGroup } from './check.ts';
import type { DoctorContext } from './doctor-context.ts';
import { isSettingWrong } from './is-setting-wrong.ts';
import { toProblem } from './to-problem.ts';

/** What became of one check. */
export interface CheckResult {
  readonly check: string;
  readonly group: CheckGroup;
  /** `SKIPPED`: a setting it relies on is wrong. `FAILED`, `TIMED_OUT`: nothing can be said but that. */
  readonly outcome: 'DONE' | 'SKIPPED' | 'FAILED' | 'TIMED_OUT';
  readonly problems: readonly Problem[];
}

/**
 * Runs all checks side by side, each within its own time, and gives their results in the order of the list. One that
 * fails or hangs becomes a finding and keeps none of the others back. Rejects only with the reason of the signal.
 */
export async function runChecks(
  checks: readonly Check[],
  context: DoctorContext,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const settled = await Promise.allSettled(checks.map((check) => runCheck(check, context, signal)));
  signal.throwIfAborted();
  return settled.map((result, place) => {
    if (result.status === 'fulfilled') return result.value;
    throw new Error(`expected a result of check ${place}, but got: a failure`, { cause: result.reason });
  });
}

async function runCheck(check: Check, context: DoctorContext, signal: AbortSignal): Promise<CheckResult> {
  const { id, group, settings, timeLimitMs } = check;
  const base = { check: id, group };
  if (settings.some((name) => isSettingWrong(name, context.settingProblems))) {
    return { ...base, outcome: 'SKIPPED', problems: [] };
  }
  try {
    const problems = await runWithin(timeLimitMs, [signal], (within) => check.run(context, within));
    return { ...base, outcome: 'DONE', problems };
  } catch (error) {
    return { ...base, ...toFailure(check, error) };
  }
}

/** The error's own text may hold what others wrote, so only its name is shown. */
function toFailure({ id, timeLimitMs }: Check, error: unknown): Pick<CheckResult, 'outcome' | 'problems'> {
  if (error instanceof BudgetSpentError) {
    const summary = `The check "${id}" took longer than ${timeLimitMs / 1000} s and was ended.`;
    return { outcome: 'TIMED_OUT', problems: [toProblem('CHECK_TIMED_OUT', { summary })] };
  }
  const name = error instanceof Error ? error.name : typeof error;
  const summary = `The check "${id}" could not be made (${name}).`;
  return { outcome: 'FAILED', problems: [toProblem('CHECK_FAILED', { summary })] };
}
