import type { Benchmark } from '../benchmark.ts';
import { runRounds } from '../measure/rounds.ts';
import { toMedian } from '../measure/statistics.ts';
import { startChild } from '../processes/child.ts';
import type { RulesQuestion, RulesReply } from '../processes/rules-process.ts';
import type { Growth, Row } from '../row.ts';

const PATHS = 100_000;
const MOST_MS = 2_000;
/** One rule more is a twentieth more to look at; the rest is what a measurement varies by. */
const MOST_WITH_HOSTILE = 1.25;

/** Twenty regular expressions over the paths of a library, there and back. */
export const rulesBenchmark: Benchmark = {
  name: 'rules',
  run: async ({ quick, large, say }) => {
    const sizes = [10_000, PATHS, ...(large ? [1_000_000] : [])];
    const points: Growth['points'][number][] = [];
    const rows: Row[] = [];
    for (const size of sizes) {
      say(`mapping ${size} paths`);
      const { plain, hostile } = await mapAll(size, quick ? 2 : 5);
      const tookMs = toMedian(plain.map((each) => each.tookMs));
      points.push({ size, cost: (tookMs / size) * 1000 });
      if (size === PATHS) rows.push(toTimeRow(tookMs, plain), toHostileRow(tookMs, hostile));
    }
    const growth = { benchmark: 'rules', what: '20 regex rules: time a path, both ways', unit: 'µs', points };
    return { rows, growth: [growth] };
  },
};

async function mapAll(paths: number, rounds: number) {
  await using mapper = startChild<RulesQuestion, RulesReply>('rules-process');
  await mapper.ask({ do: 'PREPARE', paths });
  return await runRounds(
    {
      plain: () => mapper.ask({ do: 'MAP', withHostile: false }),
      hostile: () => mapper.ask({ do: 'MAP', withHostile: true }),
    },
    { rounds, warmUp: 1 },
  );
}

function toTimeRow(tookMs: number, rounds: readonly RulesReply[]): Row {
  const survived = rounds.every((round) => round.survived === round.paths);
  return {
    benchmark: 'rules',
    what: '20 regex rules, 100,000 paths, both ways',
    measured: `${(tookMs / 1000).toFixed(2)} s${survived ? '' : ', not all paths came back'}`,
    target: `≤ ${MOST_MS / 1000} s`,
    isMet: tookMs <= MOST_MS && survived,
  };
}

function toHostileRow(plainMs: number, rounds: readonly RulesReply[]): Row {
  const tookMs = toMedian(rounds.map((round) => round.tookMs));
  const ratio = tookMs / plainMs;
  const survived = rounds.every((round) => round.survived === round.paths);
  return {
    benchmark: 'rules',
    what: 'the same with a hostile pattern in front',
    measured: `${(tookMs / 1000).toFixed(2)} s${survived ? '' : ', not all paths came back'}`,
    comparedWith: `without it ${(plainMs / 1000).toFixed(2)} s`,
    ratio,
    target: `≤ ${MOST_WITH_HOSTILE}, the same paths`,
    isMet: ratio <= MOST_WITH_HOSTILE && survived,
  };
}
