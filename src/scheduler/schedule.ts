import { Cron } from 'croner';
import type { ScheduleSpec } from '../config/parse-schedule.ts';

/**
 * When something that recurs is due next.
 *
 * @param lastAt when it last began (milliseconds since the epoch); `undefined` when it never did, which makes it due
 *   now. A run that was missed while the service was down is due now too, once.
 * @returns milliseconds since the epoch, or `undefined` for what only runs when asked for.
 */
export function nextDueAt(spec: ScheduleSpec, lastAt: number | undefined, now: number): number | undefined {
  if (spec.kind === 'MANUAL') return undefined;
  if (lastAt === undefined) return now;
  // A clock that was set back must not put the next run off by the difference.
  const from = Math.min(lastAt, now);
  const due = spec.kind === 'EVERY' ? from + spec.intervalMs : nextCronRun(spec.expression, from);
  return due === undefined ? undefined : Math.max(due, now);
}

function nextCronRun(expression: string, from: number): number | undefined {
  return new Cron(expression, { paused: true }).nextRun(new Date(from))?.getTime();
}
