import { Cron } from 'croner';
import { expected, parsed } from './parsed.ts';
import type { ValueParser } from './value-parsers.ts';

/** When something recurs: a named pace, a cron expression in the machine's time zone, or only when asked for. */
export type ScheduleSpec =
  | { readonly kind: 'MANUAL' }
  | { readonly kind: 'EVERY'; readonly intervalMs: number; readonly name: string }
  | { readonly kind: 'CRON'; readonly expression: string };

const HOUR_MS = 3_600_000;
const PACES: ReadonlyMap<string, number> = new Map([
  ['hourly', HOUR_MS],
  ['daily', 24 * HOUR_MS],
  ['weekly', 7 * 24 * HOUR_MS],
]);

/** Reads `hourly`, `daily`, `weekly`, `manual` or a cron expression such as `30 4 * * *`. */
export const schedule: ValueParser<ScheduleSpec> = (raw) => {
  const value = typeof raw === 'string' ? raw.trim() : '';
  if (value.toLowerCase() === 'manual') return parsed({ kind: 'MANUAL' });
  const intervalMs = PACES.get(value.toLowerCase());
  if (intervalMs !== undefined) return parsed({ kind: 'EVERY', intervalMs, name: value.toLowerCase() });
  return isCron(value)
    ? parsed({ kind: 'CRON', expression: value })
    : expected('hourly, daily, weekly, manual or a cron expression such as "30 4 * * *"');
};

function isCron(expression: string): boolean {
  try {
    return new Cron(expression, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}
