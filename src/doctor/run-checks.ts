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
  /** `NOT_LOOKED`: there was nothing to look at. `FAILED`, `TIMED_OUT`: nothing can be said but that. */
  readonly outcome: 'DONE' | 'NOT_LOOKED' | 'FAILED' | 'TIMED_OUT';
  /** For `NOT_LOOKED`: half a sentence. */
  readonly since?: string;
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
  const wrong = settings.find((name) => isSettingWrong(name, context.settingProblems));
  if (wrong !== undefined) return { ...base, ...toNotLooked(`${wrong} is wrong`) };
  try {
    const findings = await runWithin(timeLimitMs, [signal], (within) => check.run(context, within));
    if ('notLookedSince' in findings) return { ...base, ...toNotLooked(findings.notLookedSince) };
    return { ...base, outcome: 'DONE', problems: findings };
  } catch (error) {
    return { ...base, ...toFailure(check, error) };
  }
}

function toNotLooked(since: string): Pick<CheckResult, 'outcome' | 'since' | 'problems'> {
  return { outcome: 'NOT_LOOKED', since, problems: [] };
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
