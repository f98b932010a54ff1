import type { Row } from '../row.ts';
import type { LongRun } from './day-reading.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** By so much a run may be put off at random, and so much may lie between its begin and its end. */
const PUT_OFF_MS = 60_000;
const TAKES_MS = 30_000;
/** After an outage Stash is asked again within a minute, or when the circuit breaker lets the next look through. */
const FOUND_BACK_MS = 10 * 60_000;

/** Whether everything that recurs ran as often as its setting says. */
export function judgeSchedules(run: LongRun): readonly Row[] {
  return [
    judgeSweeps(run),
    judgeFullPasses(run),
    ...judgeDiffPasses(run),
    judgeFollow(run),
    judgeDoctor(run),
  ];
}

/** The first is due at the start. Each is put off a little from the one before, so none of the days is left out. */
function judgeSweeps({ days }: LongRun): Row {
  const sweeps = days.at(-1)?.database.scheduledSweeps ?? [];
  const complete = sweeps.filter(({ state }) => state === 'COMPLETE').length;
  const longest = toLongestPause(sweeps.map(({ startedAt }) => startedAt));
  return toRow({
    what: 'comparisons of both libraries, daily',
    measured: `${sweeps.length}, ${complete} of them complete, at most ${toHours(longest)} apart`,
    target: `${days.length}, all complete, ≤ ${toHours(DAY_MS + PUT_OFF_MS + TAKES_MS)} apart`,
    isMet:
      sweeps.length === days.length &&
      complete === sweeps.length &&
      longest <= DAY_MS + PUT_OFF_MS + TAKES_MS,
  });
}

function judgeFullPasses(run: LongRun): Row {
  const passes = listPasses(run, 'FULL');
  const longest = toLongestPause(passes);
  return toRow({
    what: 'full passes over Stash, daily',
    measured: `${passes.length}, at most ${toHours(longest)} apart`,
    target: `${run.days.length}, ≤ ${toHours(DAY_MS + PUT_OFF_MS + TAKES_MS)} apart`,
    isMet: passes.length === run.days.length && longest <= DAY_MS + PUT_OFF_MS + TAKES_MS,
  });
}

/** An hour is counted from the end of the pass before. A comparison brings one of its own. */
function judgeDiffPasses(run: LongRun): readonly Row[] {
  const [passes, hours] = [listPasses(run, 'DIFF'), run.days.length * 24];
  const outages = run.days.filter(({ hadOutage }) => hadOutage).length;
  const least = Math.floor((hours * HOUR_MS) / (HOUR_MS + PUT_OFF_MS)) - outages - 1;
  const most = hours + run.days.length + 1;
  const pauses = toPauses(passes);
  const regular = HOUR_MS + PUT_OFF_MS + TAKES_MS;
  const long = pauses.filter((pause) => pause > regular);
  return [
    toRow({
      what: 'passes that compare, hourly',
      measured: String(passes.length),
      target: `${least} to ${most}`,
      isMet: passes.length >= least && passes.length <= most,
    }),
    toRow({
      what: 'passes that came later than planned',
      measured: `${long.length}, at most ${toHours(Math.max(0, ...long))}`,
      target: `≤ ${outages}, as many as outages, ≤ ${toHours(regular + HOUR_MS + FOUND_BACK_MS)}`,
      isMet: long.length <= outages && Math.max(0, ...long) <= regular + HOUR_MS + FOUND_BACK_MS,
    }),
  ];
}

/** Each look takes a few requests, spaced by the limit for background work. One that brought work is followed at once. */
function judgeFollow({ days, followS }: LongRun): Row {
  const outages = days.filter(({ hadOutage }) => hadOutage).length;
  const looks = sumAsked(days, 'ListScenesChangedSince');
  const seconds = days.length * 24 * 3_600;
  const least = Math.floor(((seconds - outages * 2 * 3_600) / (followS + 2)) * 0.98);
  const most = Math.ceil(seconds / followS) + countLines(days, 'changes of Stash taken over') + 1;
  return toRow({
    what: `looks for changes, every ${followS} s`,
    measured: String(looks),
    target: `${least} to ${most}`,
    isMet: looks >= least && looks <= most,
  });
}

/** It reads the whole schema of Stash at the start, and then when a day has passed. */
function judgeDoctor({ days }: LongRun): Row {
  const runs = sumAsked(days, 'IntrospectionQuery');
  const [least, most] = [days.length - 1, days.length + 1];
  return toRow({
    what: 'looks of the doctor at the schema, daily',
    measured: String(runs),
    target: `${least} to ${most}`,
    isMet: runs >= least && runs <= most,
  });
}

function countLines(days: LongRun['days'], message: string): number {
  const lines = days.flatMap(({ service }) =>
    service.log.byMessage.filter(([text]) => text.endsWith(message)),
  );
  return lines.reduce((sum, [, , count]) => sum + count, 0);
}

function sumAsked(days: LongRun['days'], operation: string): number {
  return days.reduce((sum, { asked }) => sum + (asked[operation] ?? 0), 0);
}

function listPasses({ days }: LongRun, kind: 'FULL' | 'DIFF'): readonly number[] {
  return days.flatMap(({ service }) =>
    service.passes.filter((pass) => pass.kind === kind).map(({ at }) => at),
  );
}

function toPauses(instants: readonly number[]): readonly number[] {
  return instants.slice(1).map((at, index) => at - (instants[index] ?? at));
}

function toLongestPause(instants: readonly number[]): number {
  return Math.max(0, ...toPauses(instants));
}

function toHours(ms: number): string {
  return `${(ms / HOUR_MS).toFixed(2)} h`;
}

function toRow(row: Omit<Row, 'benchmark'>): Row {
  return { benchmark: 'long-run', ...row };
}
