import type { Row } from '../row.ts';
import type { LongRun } from './day-reading.ts';

const MEGABYTE = 1_000_000;
/** The log is moved into the file when it has 32 MiB; the transaction that reaches that may end beyond. */
const MOST_LOG_BYTES = 40 * MEGABYTE;
const YEAR_MS = 365 * 24 * 3_600_000;
/** Of a day on which nothing happens, all that the service has to say by itself. */
const MOST_QUIET_BYTES = 20_000;

/** What may grow, up to a bound. */
export function judgeBounds(run: LongRun): readonly Row[] {
  return [judgeLog(run), judgeRemembered(run), ...judgeQuietDays(run)];
}

function judgeLog({ days }: LongRun): Row {
  const most = Math.max(...days.map(({ database }) => database.logBytes));
  return {
    benchmark: 'long-run',
    what: 'write-ahead log at a day’s end',
    measured: `${(most / MEGABYTE).toFixed(1)} MB at most`,
    target: `≤ ${MOST_LOG_BYTES / MEGABYTE} MB`,
    isMet: most <= MOST_LOG_BYTES,
  };
}

/** Closed gaps and sweeps are remembered for a year, and no longer. */
function judgeRemembered({ yearLater: { at, database } }: LongRun): Row {
  const { oldestAt = at } = database;
  return {
    benchmark: 'long-run',
    what: 'a year later, the oldest that is remembered',
    measured: `${Math.round((at - oldestAt) / 86_400_000)} days old`,
    target: '≤ 365 days',
    isMet: oldestAt >= at - YEAR_MS,
  };
}

function judgeQuietDays({ days }: LongRun): readonly Row[] {
  const quiet = days.filter(({ isQuiet }) => isQuiet).map(({ service }) => service.log);
  if (quiet.length === 0) return [];
  const most = Math.max(...quiet.map(({ bytes }) => bytes));
  return [
    {
      benchmark: 'long-run',
      what: 'log of a quiet day',
      measured: `${Math.max(...quiet.map(({ lines }) => lines))} lines, ${(most / 1000).toFixed(1)} kB at most`,
      target: `≤ ${MOST_QUIET_BYTES / 1000} kB`,
      isMet: most <= MOST_QUIET_BYTES,
    },
  ];
}
