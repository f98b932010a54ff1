import type { Benchmark } from '../benchmark.ts';
import { runRounds } from '../measure/rounds.ts';
import { toMedian } from '../measure/statistics.ts';
import { startChild } from '../processes/child.ts';
import type { FetchQuestion, FetchReply } from '../processes/fetch-process.ts';
import { startServiceProcess } from '../processes/service-process.ts';
import type { StashRequest } from '../processes/stash-process.ts';
import { type StashChild, startStash } from '../processes/start-world.ts';
import type { Growth, Row } from '../row.ts';

const LEAST_RATE = 0.8;
/** What a real Stash takes for a page of 500 whole scenes. */
const REAL_PAGE_MS = 300;
const PULL = new Set(['CountScenes', 'ListScenesAfter', 'ListScenesWithoutCoverAfter']);

/** A cold full pull against a bare fetch loop over the very pages that the pull asked for. */
export const pullBenchmark: Benchmark = {
  name: 'pull',
  run: async ({ quick, large, say }) => {
    const scenes = quick ? 5_000 : 100_000;
    const sizes = quick ? [1_000, 5_000] : large ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
    const rows: Row[] = [];
    const points: Growth['points'][number][] = [];
    for (const size of sizes) {
      const atOnce = await comparePull(size, { rounds: size > 10_000 ? 1 : 3, pageMs: 0, say });
      points.push({ size, cost: (atOnce.pullMs / size) * 1000 });
      if (size !== scenes) continue;
      const paced = await comparePull(size, { rounds: 1, pageMs: REAL_PAGE_MS, say });
      rows.push(toRow(`${REAL_PAGE_MS} ms a page, as a real Stash`, size, paced));
      // Here the service is held back by its own guard, which asks Stash for ten background pages a second at most.
      rows.push(toRow('Stash answering at once', size, atOnce));
    }
    const growth = { benchmark: 'pull', what: 'cold full pull: time a scene', unit: 'µs', points };
    return { rows, growth: [growth] };
  },
};

interface Pace {
  readonly rounds: number;
  readonly pageMs: number;
  readonly say: (line: string) => void;
}

interface Compared {
  readonly pullMs: number;
  readonly fetchMs: number;
}

async function comparePull(scenes: number, { rounds, pageMs, say }: Pace): Promise<Compared> {
  say(`pulling ${scenes} scenes, ${pageMs} ms a page`);
  await using running = new AsyncDisposableStack();
  const { stash, url } = await startStash(scenes);
  running.use(stash);
  if (pageMs > 0) await stash.ask({ do: 'SLOW', ms: pageMs });
  await using fetcher = startChild<FetchQuestion, FetchReply>('fetch-process');
  let pages: readonly StashRequest[] = [];
  const results = await runRounds(
    {
      pull: async () => {
        const pulled = await pullOnce(stash, url);
        pages = pulled.pages;
        return pulled.tookMs;
      },
      fetch: async () => (await fetcher.ask({ do: 'FETCH', url, requests: pages })).tookMs,
    },
    { rounds, warmUp: 0 },
  );
  return { pullMs: toMedian(results.pull), fetchMs: toMedian(results.fetch) };
}

/** The service with an empty data folder, until its catalog is complete. */
async function pullOnce(
  stash: StashChild,
  url: string,
): Promise<{ tookMs: number; pages: readonly StashRequest[] }> {
  await stash.ask({ do: 'FORGET' });
  await using service = await startServiceProcess({ stashUrl: url, env: { CATALOG_FOLLOW_S: '3600' } });
  const { tookMs } = await service.waitForLine('the catalog is complete');
  const { requests } = await stash.ask({ do: 'COUNT' });
  return { tookMs: Number(tookMs), pages: requests.filter(({ operation }) => PULL.has(operation)) };
}

function toRow(pace: string, scenes: number, { pullMs, fetchMs }: Compared): Row {
  const [ours, theirs] = [pullMs, fetchMs].map((ms) => scenes / (ms / 1000));
  const ratio = fetchMs / pullMs;
  return {
    benchmark: 'pull',
    what: `cold full pull of ${scenes.toLocaleString('en')} scenes, ${pace}`,
    measured: `${(ours ?? NaN).toFixed(0)} scenes/s`,
    comparedWith: `bare fetch loop ${(theirs ?? NaN).toFixed(0)} scenes/s`,
    ratio,
    target: `≥ ${LEAST_RATE}`,
    isMet: ratio >= LEAST_RATE,
  };
}
