import type { Benchmark, BenchOptions } from '../benchmark.ts';
import { runRounds } from '../measure/rounds.ts';
import { toMedian, toPercentile } from '../measure/statistics.ts';
import { type Child, startChild } from '../processes/child.ts';
import type { KoaQuestion, KoaReply } from '../processes/koa-process.ts';
import type { LoadQuestion, LoadReply } from '../processes/load-process.ts';
import { startWorld } from '../processes/start-world.ts';
import type { Growth, Ladder, Row } from '../row.ts';
import { measureLadder } from './match-ladder.ts';

const CLIENTS = [20, 100] as const;
const LEAST_RATE = 0.8;
const MOST_P99 = 1.5;
/** Enough different answers that the bare handler sends what the service sends, in size and in kind. */
const SAMPLES = 500;

/** Matching over HTTP with a warm catalog, against a bare Koa handler that returns the same bytes. */
export const matchBenchmark: Benchmark = {
  name: 'match',
  run: async (options) => {
    const scenes = options.quick ? 5_000 : 100_000;
    const sizes = options.quick ? [1_000, scenes] : [10_000, scenes, ...(options.large ? [1_000_000] : [])];
    const rows: Row[] = [];
    const ladders: Ladder[] = [];
    const points: Growth['points'][number][] = [];
    for (const size of sizes) {
      const found = await measureSize(size, size === scenes ? CLIENTS : [], options);
      rows.push(...found.rows);
      ladders.push(...found.ladders);
      points.push({ size, cost: found.costUs });
    }
    const growth = { benchmark: 'match', what: 'match over HTTP: time a file', unit: 'µs', points };
    return { rows, growth: [growth], ladders };
  },
};

/** One size of the library: what a match costs, and the comparison for so many clients as are asked for. */
async function measureSize(scenes: number, clientCounts: readonly number[], options: BenchOptions) {
  await using world = await startWorld({ scenes, say: options.say });
  await using load = startChild<LoadQuestion, LoadReply>('load-process');
  await using koa = startChild<KoaQuestion, KoaReply>('koa-process');
  await load.ask({ do: 'PREPARE', scenes, kind: 'MATCH' });
  const { answers } = await load.ask({ do: 'SAMPLE', url: world.service.url, requests: SAMPLES });
  const { url, dataDir } = world.service;
  const bare = await koa.ask({ do: 'START', answers, step: 'SEND', dataDir });
  const rows: Row[] = [];
  for (const clients of clientCounts)
    rows.push(...(await compare(load, { service: url, bare: bare.url }, clients, options)));
  const parts = { load, service: world.service, answers, quick: options.quick };
  const ladders = clientCounts.length === 0 ? [] : [await measureLadder(parts)];
  return { rows, ladders, costUs: await measureCost(load, url) };
}

const COST_CLIENTS = 20;

async function measureCost(load: Load, url: string): Promise<number> {
  const run = () => load.ask({ do: 'RUN', url, clients: COST_CLIENTS, forMs: 2_000 });
  const { service } = await runRounds({ service: run }, { rounds: 3, warmUp: 1 });
  return 1_000_000 / toMedian(service.map(toRate));
}

type Load = Child<LoadQuestion, LoadReply>;

async function compare(
  load: Load,
  urls: { readonly service: string; readonly bare: string },
  clients: number,
  { quick, say }: BenchOptions,
): Promise<Row[]> {
  say(`matching with ${clients} clients`);
  const forMs = quick ? 1_000 : 3_000;
  const results = await runRounds(
    {
      bare: () => load.ask({ do: 'RUN', url: urls.bare, clients, forMs }),
      service: () => load.ask({ do: 'RUN', url: urls.service, clients, forMs }),
    },
    { rounds: quick ? 3 : 5, warmUp: 1 },
  );
  const refused = results.service.reduce((sum, each) => sum + each.refused, 0);
  if (refused > 0) throw new Error(`expected every match to be answered with 200, but ${refused} were not`);
  say(
    `the generator used ${toMedian(results.bare.map((r) => r.cpuShare)).toFixed(2)} of a core against Koa, ${toMedian(results.service.map((r) => r.cpuShare)).toFixed(2)} against the service`,
  );
  return [toRateRow(clients, results), toTailRow(clients, results)];
}

type Results = Readonly<Record<'bare' | 'service', readonly LoadReply[]>>;

function toRateRow(clients: number, { bare, service }: Results): Row {
  const [ours, theirs] = [service, bare].map((each) => toMedian(each.map(toRate)));
  const ratio = (ours ?? NaN) / (theirs ?? NaN);
  return {
    benchmark: 'match',
    what: `match, warm catalog, ${clients} clients: answers a second`,
    measured: `${(ours ?? NaN).toFixed(0)}/s`,
    comparedWith: `bare Koa ${(theirs ?? NaN).toFixed(0)}/s`,
    ratio,
    target: `≥ ${LEAST_RATE}`,
    isMet: ratio >= LEAST_RATE,
  };
}

function toTailRow(clients: number, { bare, service }: Results): Row {
  const [ours, theirs] = [service, bare].map((each) =>
    toMedian(each.map(({ latenciesMs }) => toPercentile(latenciesMs, 0.99))),
  );
  const ratio = (ours ?? NaN) / (theirs ?? NaN);
  return {
    benchmark: 'match',
    what: `match, warm catalog, ${clients} clients: p99`,
    measured: `${(ours ?? NaN).toFixed(1)} ms`,
    comparedWith: `bare Koa ${(theirs ?? NaN).toFixed(1)} ms`,
    ratio,
    target: `≤ ${MOST_P99}`,
    isMet: ratio <= MOST_P99,
  };
}

function toRate({ latenciesMs, tookMs }: LoadReply): number {
  return latenciesMs.length / (tookMs / 1000);
}
