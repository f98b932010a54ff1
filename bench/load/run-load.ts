import { ensurePreparedData } from '../libraries/prepared-data.ts';
import { startChild } from '../processes/child.ts';
import type { JudgedScanQuestion, JudgedScanReply } from '../processes/judged-scan-process.ts';
import { startStash } from '../processes/start-world.ts';
import type { CombinationResult } from './combination-result.ts';
import type { LoadOptions } from './load-options.ts';
import { nameCombination, planCombinations } from './plan-combinations.ts';
import { runCombination } from './run-combination.ts';

export interface RunLoadOptions extends LoadOptions {
  readonly say: (line: string) => void;
  /** Told of every combination as soon as it is done. */
  readonly onResult: (result: CombinationResult) => void;
  readonly stopping: AbortSignal;
}

const QUICK_SCENES = 5_000;
const SCENES = 100_000;

/** Runs every combination, one after the other, against one Stash and a service that is started anew for each. */
export async function runLoad(options: RunLoadOptions): Promise<void> {
  const { say, stopping, onResult } = options;
  const scenes = Math.max(options.quick ? QUICK_SCENES : SCENES, options.files);
  say(`starting a Stash of ${scenes} scenes`);
  const { stash: started, url: stashUrl } = await startStash(scenes);
  await using stash = started;
  await using scanner = startChild<JudgedScanQuestion, JudgedScanReply>('judged-scan-process');
  const dataFrom = await ensurePreparedData(scenes, stashUrl, say);
  await scanner.ask({ do: 'PREPARE', scenes });
  for (const combination of planCombinations(options)) {
    stopping.throwIfAborted();
    const minutes = Math.ceil(combination.ceilingMs / 60_000);
    say(`${nameCombination(combination)}: ${combination.files} files, ${minutes} minutes at the most`);
    onResult(await runCombination(combination, { stash, stashUrl, scanner, dataFrom, say, stopping }));
  }
}
