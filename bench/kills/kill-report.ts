import { toPercentile } from '../measure/statistics.ts';
import type { Kill, KillsResult } from './kill-tally.ts';

const MOST_FIRST_ANSWER_MS = 2_000;

/** One life in one line. */
export function describeKill({ kind, killAfterMs, firstAnswerMs, firstAnswerCpuMs, breaches }: Kill): string {
  const answer =
    firstAnswerMs === undefined
      ? 'killed before it answered'
      : `first answer after ${firstAnswerMs.toFixed(0)} ms (${firstAnswerCpuMs} ms of processor)`;
  const trouble = breaches.length === 0 ? '' : `, BROKEN: ${breaches.slice(0, 3).join('; ')}`;
  return `${kind}, ${answer}, kill at ${killAfterMs} ms${trouble}`;
}

/** Everything that went against what is promised. */
export function listBreaches(result: KillsResult): string[] {
  const slow = toFirstAnswers(result).filter((ms) => ms > MOST_FIRST_ANSWER_MS);
  return [
    ...result.kills.flatMap(({ breaches }, index) =>
      breaches.map((each) => `before kill ${index + 1}: ${each}`),
    ),
    ...result.finalBreaches.map((each) => `after the last kill: ${each}`),
    ...slow.map((ms) => `a first answer after ${ms.toFixed(0)} ms`),
  ];
}

/** The table: what, measured, target. */
export function toRows(result: KillsResult): string[][] {
  const answers = toFirstAnswers(result);
  const cpu = result.kills.flatMap(({ firstAnswerCpuMs }) => firstAnswerCpuMs ?? []);
  const kinds = Object.entries(Object.groupBy(result.kills, ({ kind }) => kind));
  const lost = result.kills.flatMap(({ breaches }) => breaches).length + result.finalBreaches.length;
  return [
    [
      'kills',
      `${result.kills.length} (${kinds.map(([kind, each]) => `${each.length} ${kind}`).join(', ')})`,
      '',
    ],
    ['first right answer after a start', toSpread(answers), '≤ 2000 ms'],
    ['processor time until then', toSpread(cpu), ''],
    ['starts killed before they answered', String(result.kills.length - answers.length), ''],
    ['requests answered under load', String(result.answered), ''],
    ['asked for what only a slow Stash knows', String(result.toldToComeBack), ''],
    ['choices about gaps kept', String(result.suppressed), 'all'],
    [
      'ledger entries lost to kills',
      `${result.ledgerLost}, the oldest ${result.ledgerOldestMs} ms old`,
      "≤ 50 ms old, and the timer's delay",
    ],
    ['damage, loss, wrong answers', String(lost), '0'],
  ];
}

function toFirstAnswers({ kills }: KillsResult): number[] {
  return kills.flatMap(({ firstAnswerMs }) => firstAnswerMs ?? []);
}

function toSpread(values: readonly number[]): string {
  const [p50, p99, most] = [0.5, 0.99, 1].map((share) => toPercentile(values, share).toFixed(0));
  return `p50 ${p50} ms, p99 ${p99} ms, at most ${most} ms`;
}
