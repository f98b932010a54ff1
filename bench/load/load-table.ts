import { alignColumns } from '../report/align-columns.ts';
import type { CombinationResult } from './combination-result.ts';
import { TIMED_CALLS } from './latency-spread.ts';
import { listProblems } from './list-problems.ts';
import { nameCombination } from './plan-combinations.ts';

const LATENCY_HEAD = ['latency in ms', 'call', 'calls', 'p50', 'p90', 'p99', 'p99.9', 'max'];
const SCAN_HEAD = [
  'scan',
  'files',
  'files/s',
  'read from',
  'Stash asked',
  'failed',
  'most at once',
  'breaker opened',
  'told to come back',
  'posters',
  'wrong',
  'lost',
  'breaches',
  'memory in MB',
  '',
];

/** The results as text: how long the answers took, and then what came of the scans. */
export function toLoadTable(results: readonly CombinationResult[]): string {
  const latencies = [LATENCY_HEAD, ...results.flatMap(toLatencyLines)];
  return `${alignColumns(latencies)}\n\n${alignColumns([SCAN_HEAD, ...results.map(toScanLine)])}`;
}

function toLatencyLines({ combination, scan }: CombinationResult): string[][] {
  return TIMED_CALLS.map((call) => {
    const { calls, p50, p90, p99, p999, max } = scan.latencyMs[call];
    const times = [p50, p90, p99, p999, max].map((ms) => ms.toFixed(1));
    return [nameCombination(combination), call.toLowerCase(), String(calls), ...times];
  });
}

function toScanLine(result: CombinationResult): string[] {
  const { combination, scan, stash, breakerOpenings, memory } = result;
  return [
    nameCombination(combination),
    toFiles(result),
    toRate(result),
    toReadings(result),
    String(stash.requests),
    String(stash.errorsGiven),
    `${stash.maxInFlight} of ${stash.limit}`,
    String(breakerOpenings),
    String(scan.transient),
    toPosters(result),
    String(scan.wrong.count),
    String(scan.lost.count),
    String(scan.violations.count + scan.unanswered.count),
    [memory.start, memory.peak, memory.end].map((bytes) => Math.round(bytes / 2 ** 20)).join(', '),
    listProblems(result).length === 0 ? 'borne' : 'NOT borne',
  ];
}

function toFiles({ combination, scan }: CombinationResult): string {
  return scan.isCutShort ? `${scan.files} of ${combination.files}, cut short` : String(scan.files);
}

function toReadings({ readings }: CombinationResult): string {
  const { STASH = 0, COPY = 0, ...others } = readings;
  const neither = Object.values(others).reduce((sum, count) => sum + count, 0);
  return `Stash ${STASH}, copy ${COPY}${neither === 0 ? '' : `, neither ${neither}`}`;
}

function toPosters({ scan: { posters } }: CombinationResult): string {
  return posters.missing === 0 ? String(posters.fetched) : `${posters.fetched}, ${posters.missing} not now`;
}

function toRate({ scan }: CombinationResult): string {
  const perS = scan.files / (scan.tookMs / 1_000);
  return perS.toFixed(perS < 100 ? 1 : 0);
}
