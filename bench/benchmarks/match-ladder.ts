import { runRounds } from '../measure/rounds.ts';
import { toMedian } from '../measure/statistics.ts';
import { type Child, startChild } from '../processes/child.ts';
import type { KoaQuestion, KoaReply } from '../processes/koa-process.ts';
import { KOA_STEPS, type KoaStep } from '../processes/koa-steps.ts';
import type { LoadQuestion, LoadReply } from '../processes/load-process.ts';
import type { Ladder } from '../row.ts';

const CLIENTS = 20;

/** What each step stands for, in words. */
const NAMES: Readonly<Record<KoaStep, string>> = {
  SEND: 'bare Koa: takes the body, sends the bytes',
  PARSE: '… and reads the body as a match request',
  LOOK_UP: '… and looks the path up: one indexed read',
  READ_COPY: '… and reads the scene: one more',
  DESCRIBE: '… and describes it for Plex, addresses signed',
};

interface LadderParts {
  readonly load: Child<LoadQuestion, LoadReply>;
  readonly service: { readonly url: string; readonly dataDir: string };
  readonly answers: readonly string[];
  readonly quick: boolean;
}

/**
 * Where the time of a match goes: bare Koa handlers that do one thing more each, up to the service, which also explains
 * each decision, closes gaps, and keeps ledger, log and counters. What a step takes no service on Koa can save.
 */
export async function measureLadder({ load, service, answers, quick }: LadderParts): Promise<Ladder> {
  await using handlers = new AsyncDisposableStack();
  const urls: Record<string, string> = {};
  for (const step of KOA_STEPS) {
    const koa = handlers.use(startChild<KoaQuestion, KoaReply>('koa-process'));
    urls[NAMES[step]] = (await koa.ask({ do: 'START', answers, step, dataDir: service.dataDir })).url;
  }
  urls['the service'] = service.url;
  const run = (url: string) => () =>
    load.ask({ do: 'RUN', url, clients: CLIENTS, forMs: quick ? 500 : 2_000 });
  const contestants = Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, run(url)]));
  const results = await runRounds(contestants, { rounds: 3, warmUp: 1 });
  const steps = Object.entries(results).map(([name, replies]) => ({
    name,
    cost: toMedian(replies.map(({ latenciesMs, tookMs }) => (tookMs * 1000) / latenciesMs.length)),
  }));
  return {
    benchmark: 'match',
    what: `match over HTTP, ${CLIENTS} clients: where the time goes`,
    unit: 'µs',
    steps,
  };
}
