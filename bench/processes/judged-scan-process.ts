import type { SimulatedFile } from '../../simulators/library/plex-files.ts';
import type { SimulatedLibrary } from '../../simulators/library/simulated-library.ts';
import { PLEX_ROOT, createBenchLibrary, listBenchFiles } from '../libraries/bench-library.ts';
import { type JudgedScan, type JudgedScanResult, createJudgedScan } from '../load/judged-scan.ts';
import { answerParent } from './child.ts';

/** The half of PMS that scans, in a process of its own, which knows what every answer has to be. */
export type JudgedScanQuestion =
  | { readonly do: 'PREPARE'; readonly scenes: number }
  | {
      readonly do: 'SCAN';
      readonly url: string;
      readonly files: number;
      readonly atATime: number;
      readonly forMs: number;
    }
  /** How far the scan is; asked while it goes on. */
  | { readonly do: 'LOOK' }
  | { readonly do: 'STOP' };

export interface JudgedScanReply {
  readonly done: number;
  readonly transient: number;
  /** For `SCAN` only. */
  readonly result?: JudgedScanResult;
}

interface Prepared {
  readonly library: SimulatedLibrary;
  readonly files: readonly SimulatedFile[];
}

const LONGEST_PAUSE_MS = 30_000;

let prepared: Prepared | undefined;
let scan: JudgedScan | undefined;

answerParent(async (question: JudgedScanQuestion): Promise<JudgedScanReply> => {
  switch (question.do) {
    case 'PREPARE': {
      const library = createBenchLibrary(question.scenes);
      prepared = { library, files: listBenchFiles(library) };
      break;
    }
    case 'SCAN':
      return { ...toReply(scan), result: await startScan(question) };
    case 'STOP':
      scan?.stop();
      break;
    case 'LOOK':
  }
  return toReply(scan);
});

function startScan({ files, ...question }: Extract<JudgedScanQuestion, { do: 'SCAN' }>) {
  if (prepared === undefined) throw new Error('expected PREPARE first');
  const { library } = prepared;
  scan = createJudgedScan({
    ...question,
    library,
    files: prepared.files.slice(0, files),
    location: PLEX_ROOT,
    longestPauseMs: LONGEST_PAUSE_MS,
  });
  return scan.run();
}

function toReply(running: JudgedScan | undefined): JudgedScanReply {
  return running?.progress() ?? { done: 0, transient: 0 };
}
