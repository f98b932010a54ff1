import type { Benchmark } from '../benchmark.ts';
import { toMedian } from '../measure/statistics.ts';
import { startChild } from '../processes/child.ts';
import type { SweepQuestion, SweepReply } from '../processes/sweep-process.ts';
import type { Row } from '../row.ts';

const SMALL = 100_000;
const LARGE = 1_000_000;
const QUICK = 10_000;
const MOST_GROWTH = 1.3;
const MOST_BYTES = 600_000_000;

/** As many scenes as items, compared; a million of each with `--large`. */
export const sweepBenchmark: Benchmark = {
  name: 'sweep',
  run: async ({ quick, large, say }) => {
    const sizes = quick ? [QUICK] : [QUICK, SMALL, ...(large ? [LARGE] : [])];
    const costs = new Map<number, number>();
    const rows: Row[] = [];
    for (const size of sizes) {
      const rounds = await sweepOften(size, size === LARGE ? 1 : 3, say);
      const tookMs = toMedian(rounds.map((round) => round.tookMs));
      costs.set(size, (tookMs / size) * 1000);
      rows.push(toRow(size, tookMs, rounds, costs.get(SMALL)));
    }
    const points = [...costs].map(([size, cost]) => ({ size, cost }));
    return { rows, growth: [{ benchmark: 'sweep', what: 'sweep: time an item', unit: 'µs', points }] };
  },
};

/** Each in a process of its own, so that one's memory is not the next one's. */
async function sweepOften(size: number, rounds: number, say: (line: string) => void): Promise<SweepReply[]> {
  const replies: SweepReply[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    say(`sweeping ${size} items against ${size} scenes (${round} of ${rounds})`);
    await using sweeper = startChild<SweepQuestion, SweepReply>('sweep-process');
    replies.push(await sweeper.ask({ size }));
  }
  return replies;
}

function toRow(
  size: number,
  tookMs: number,
  rounds: readonly SweepReply[],
  smallCost: number | undefined,
): Row {
  const peak = Math.max(...rounds.map((round) => round.peakBytes));
  const isRight = rounds.every((round) => round.state === 'COMPLETE' && round.opened === round.expected);
  const cost = (tookMs / size) * 1000;
  const ratio = size === LARGE && smallCost !== undefined ? cost / smallCost : undefined;
  const figures = `${(tookMs / 1000).toFixed(2)} s, ${cost.toFixed(1)} µs an item, ${Math.round(peak / 1e6)} MB at the most`;
  return {
    benchmark: 'sweep',
    what: `sweep of ${size} items against ${size} scenes`,
    measured: isRight ? figures : `${figures}, NOT the expected gaps`,
    ...(ratio !== undefined && {
      comparedWith: `${SMALL} items: ${smallCost?.toFixed(1) ?? ''} µs an item`,
      ratio,
    }),
    target:
      size === LARGE ? `≤ ${MOST_GROWTH} an item, ≤ ${MOST_BYTES / 1e6} MB` : `≤ ${MOST_BYTES / 1e6} MB`,
    isMet: isRight && peak <= MOST_BYTES && (ratio === undefined || ratio <= MOST_GROWTH),
  };
}
