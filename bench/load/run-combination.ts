import type { Child } from '../processes/child.ts';
import type { JudgedScanQuestion, JudgedScanReply } from '../processes/judged-scan-process.ts';
import { type ServiceProcess, startServiceProcess } from '../processes/service-process.ts';
import type { StashChild } from '../processes/start-world.ts';
import type { CombinationResult } from './combination-result.ts';
import type { JudgedScanResult } from './judged-scan.ts';
import { type Combination, nameCombination } from './plan-combinations.ts';
import { countBreakerOpenings, countReadings } from './read-service.ts';
import { watchScan } from './watch-scan.ts';

export interface LoadWorld {
  readonly stash: StashChild;
  readonly stashUrl: string;
  readonly scanner: Child<JudgedScanQuestion, JudgedScanReply>;
  /** A data folder with a full catalog. */
  readonly dataFrom: string;
  readonly say: (line: string) => void;
  /** Aborts when the run is to end early. */
  readonly stopping: AbortSignal;
}

const ERRORS_IN_HUNDRED = 1;
const REQUEST_LANE = 8;
/** What follows Stash's changes has places of its own, which no setting moves. */
const BACKGROUND_LANE = 2;

/** One scan of a service that was just started on a full catalog, with a Stash that is late and now and then wrong. */
export async function runCombination(combination: Combination, world: LoadWorld): Promise<CombinationResult> {
  const { stashUrl, dataFrom } = world;
  const env = { STASH_CONCURRENCY: String(REQUEST_LANE) };
  await using service = await startServiceProcess({ stashUrl, dataFrom, env });
  try {
    return await loadService(combination, service, world);
  } catch (error) {
    const log = await service.explainEnd();
    if (log === undefined || world.stopping.aborted) throw error;
    throw new Error(`expected the service to bear it, but it ended: ${log}`, { cause: error });
  }
}

async function loadService(
  combination: Combination,
  service: ServiceProcess,
  world: LoadWorld,
): Promise<CombinationResult> {
  const { stash } = world;
  await service.waitForLine('the catalog is complete');
  await service.settle();
  await stash.ask({ do: 'FORGET' });
  await stash.ask({ do: 'FAIL_NOW_AND_THEN', ms: combination.stashMs, errorsInHundred: ERRORS_IN_HUNDRED });
  const { result: scan, memory } = await scanAndWatch(combination, service, world);
  const { byOperation, maxInFlight, errorsGiven } = await stash.ask({ do: 'COUNT' });
  await stash.ask({ do: 'HEAL' });
  const requests = Object.values(byOperation).reduce((sum, count) => sum + count, 0);
  return {
    combination,
    scan,
    stash: { requests, errorsGiven, maxInFlight, limit: REQUEST_LANE + BACKGROUND_LANE },
    readings: await countReadings(service),
    breakerOpenings: await countBreakerOpenings(service),
    memory,
  };
}

function scanAndWatch(combination: Combination, service: ServiceProcess, world: LoadWorld) {
  const { scanner, say, stopping } = world;
  const startedAt = performance.now();
  const tell = async (residentBytes: number): Promise<void> => {
    const { done, transient } = await scanner.ask({ do: 'LOOK' });
    const perS = (done / (performance.now() - startedAt)) * 1_000;
    const memory = `${Math.round(residentBytes / 2 ** 20)} MB`;
    say(
      `${nameCombination(combination)}: ${done} of ${combination.files} files, ${perS.toFixed(0)}/s, ${transient} told to come back, ${memory}`,
    );
  };
  return watchScan(scan(combination, service, world), {
    measureMemory: () => measureMemory(service, say),
    tell,
    stop: () => scanner.ask({ do: 'STOP' }),
    stopping,
  });
}

async function scan(
  { files, atATime, ceilingMs }: Combination,
  { url }: ServiceProcess,
  { scanner }: LoadWorld,
): Promise<JudgedScanResult> {
  const { result } = await scanner.ask({ do: 'SCAN', url, files, atATime, forMs: ceilingMs });
  if (result === undefined) throw new Error('expected the result of a scan, but got none');
  return result;
}

/** A look without an answer is said and left out, unless the service is gone: then there is nothing left to load. */
async function measureMemory(
  service: ServiceProcess,
  say: (line: string) => void,
): Promise<number | undefined> {
  try {
    return (await service.measure()).residentBytes;
  } catch (error) {
    if ((await service.explainEnd()) !== undefined) throw error;
    say(`the service did not answer a look: ${error instanceof Error ? error.message : 'failed'}`);
    return undefined;
  }
}
