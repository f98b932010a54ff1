import { setTimeout as delay } from 'node:timers/promises';
import type { Benchmark } from '../benchmark.ts';
import { toMedian } from '../measure/statistics.ts';
import type { StashReply } from '../processes/stash-process.ts';
import { startWorld } from '../processes/start-world.ts';
import type { Row } from '../row.ts';

const MEGABYTE = 1_000_000;
const MOST_MB = 150;
/** What the poll for changes asks; everything else would be a request that nobody wants. */
const FOLLOW = /^List\w*(?:Changed|Changes)\w*$/;

/** The service with nothing to do, once what its start brought is done. */
export const idleBenchmark: Benchmark = {
  name: 'idle',
  run: async ({ quick, say }) => {
    const scenes = quick ? 5_000 : 100_000;
    await using world = await startWorld({ scenes, say });
    await world.stash.ask({ do: 'FORGET' });
    const seconds = quick ? 10 : 60;
    say(`watching it for ${seconds} s`);
    const readings: number[] = [];
    for (let second = 0; second < seconds; second += 1) {
      await delay(1_000);
      readings.push((await world.service.measure()).residentBytes / MEGABYTE);
    }
    return { rows: [toMemoryRow(readings), toRequestRow(await world.stash.ask({ do: 'COUNT' }), seconds)] };
  },
};

function toMemoryRow(readings: readonly number[]): Row {
  const [median, most] = [toMedian(readings), Math.max(...readings)];
  return {
    benchmark: 'idle',
    what: 'idle: resident memory',
    measured: `${median.toFixed(0)} MB in the median, ${most.toFixed(0)} MB at most, of ${readings.length} readings`,
    target: `≤ ${MOST_MB} MB`,
    isMet: most <= MOST_MB,
  };
}

function toRequestRow({ byOperation }: StashReply, seconds: number): Row {
  const others = Object.entries(byOperation).filter(([operation]) => !FOLLOW.test(operation));
  const named = others.map(([operation, count]) => `${operation} ${count}`).join(', ');
  return {
    benchmark: 'idle',
    what: 'idle: requests to Stash beyond the poll for changes',
    measured: named === '' ? `0 in ${seconds} s` : `${named} in ${seconds} s`,
    target: '0',
    isMet: others.length === 0,
  };
}
