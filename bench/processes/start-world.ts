import { ensurePreparedData } from '../libraries/prepared-data.ts';
import { type Child, startChild } from './child.ts';
import { type ServiceProcess, startServiceProcess } from './service-process.ts';
import type { StashQuestion, StashReply } from './stash-process.ts';

export type StashChild = Child<StashQuestion, StashReply>;

/** A simulated Stash and the service before it with a warm catalog, each in its own process, both quiet. */
export interface BenchWorld extends AsyncDisposable {
  readonly stash: StashChild;
  readonly service: ServiceProcess;
}

export interface BenchWorldOptions {
  readonly scenes: number;
  readonly say: (line: string) => void;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a simulated Stash; `url` is where it answers. */
export async function startStash(scenes: number): Promise<{ stash: StashChild; url: string }> {
  const stash = startChild<StashQuestion, StashReply>('stash-process');
  const { url } = await stash.ask({ do: 'START', scenes });
  return { stash, url };
}

export async function startWorld({ scenes, say, env = {} }: BenchWorldOptions): Promise<BenchWorld> {
  await using starting = new AsyncDisposableStack();
  const { stash, url } = await startStash(scenes);
  starting.use(stash);
  const dataFrom = await ensurePreparedData(scenes, url, say);
  const service = starting.use(await startServiceProcess({ stashUrl: url, dataFrom, env }));
  // What changed while nobody looked is found first: nothing, but it takes a pass over Stash.
  await service.waitForLine('the catalog is complete');
  await service.settle();
  const started = starting.move();
  return { stash, service, [Symbol.asyncDispose]: () => started.disposeAsync() };
}
