import type { Benchmark } from '../benchmark.ts';
import { toPercentile } from '../measure/statistics.ts';
import { startChild } from '../processes/child.ts';
import type { LoadQuestion, LoadReply } from '../processes/load-process.ts';
import { startWorld } from '../processes/start-world.ts';

const STASH_MS = 100;
const CLIENTS = 50;
const MOST = 2.5;

/** Metadata of scenes that nobody asked for before, with a Stash that takes its time. */
export const metadataBenchmark: Benchmark = {
  name: 'metadata',
  run: async ({ quick, say }) => {
    const scenes = quick ? 5_000 : 100_000;
    await using world = await startWorld({ scenes, say });
    await using load = startChild<LoadQuestion, LoadReply>('load-process');
    await load.ask({ do: 'PREPARE', scenes, kind: 'METADATA' });
    await world.stash.ask({ do: 'SLOW', ms: STASH_MS });
    const ask = (requests: number) =>
      load.ask({ do: 'RUN', url: world.service.url, clients: CLIENTS, requests });
    await ask(500);
    const { latenciesMs, refused } = await ask(quick ? 1_000 : 10_000);
    if (refused > 0) throw new Error(`expected every scene to be described, but ${refused} were not`);
    const p95 = toPercentile(latenciesMs, 0.95);
    const ratio = p95 / STASH_MS;
    const row = {
      benchmark: 'metadata',
      what: `metadata, cold, ${CLIENTS} clients: p95`,
      measured: `${p95.toFixed(0)} ms`,
      comparedWith: `Stash ${STASH_MS} ms`,
      ratio,
      target: `≤ ${MOST}`,
      isMet: ratio <= MOST,
    };
    return { rows: [row] };
  },
};
