import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedFile } from '../../simulators/library/plex-files.ts';
import type { SimulatedLibrary } from '../../simulators/library/simulated-library.ts';
import { createScanner } from '../../simulators/plex/scanner/create-scanner.ts';
import type { ScanFile } from '../../simulators/plex/scanner/scan-file.ts';
import type { Scanner } from '../../simulators/plex/scanner/scanner.ts';
import { createReportJudge } from './judge-report.ts';
import { ScanTally, type TallyResult } from './scan-tally.ts';

export interface JudgedScanOptions {
  readonly library: SimulatedLibrary;
  readonly files: readonly SimulatedFile[];
  /** The library folder that the files lie in. */
  readonly location: string;
  /** Where the service answers Plex. */
  readonly url: string;
  readonly atATime: number;
  /** After this no more files are taken up; those under way are finished. */
  readonly forMs: number;
  /** What the answers asked to wait before a next scan is waited at the most so long. */
  readonly longestPauseMs: number;
}

export interface JudgedScanResult extends TallyResult {
  /** Scans after the first, of what was told to come back. */
  readonly rescans: number;
  /** The time was over, or it was stopped, before all files were taken up. */
  readonly isCutShort: boolean;
  /** The first scan alone. */
  readonly tookMs: number;
}

/** A scan of PMS whose every answer is held against the truth, and the later ones that make good what was transient. */
export interface JudgedScan {
  run(): Promise<JudgedScanResult>;
  progress(): { readonly done: number; readonly transient: number };
  /** Takes up no more files. */
  stop(): void;
}

/** Posters are made of pictures, which takes the processor: few enough not to be what is measured. */
const POSTER_EVERY = 100;
const MOST_RESCANS = 20;

export function createJudgedScan(options: JudgedScanOptions): JudgedScan {
  const tally = new ScanTally(createReportJudge(options.library, options.files));
  const state = { done: 0, isStopped: false };
  return {
    progress: () => ({ done: state.done, transient: tally.transient }),
    stop: () => void (state.isStopped = true),
    run: async () => {
      const over = performance.now() + options.forMs;
      const isOver = (): boolean => state.isStopped || performance.now() > over;
      await using scanner = createScanner({
        providerUri: options.url,
        filenameForm: 'RELATIVE',
        concurrency: options.atATime,
        keepAnswers: false,
        posterEvery: POSTER_EVERY,
        onFile: (report) => tally.add(report),
        onProgress: ({ done }) => void (state.done = done),
      });
      tally.addViolations(await scanner.rereadManifest());
      const { files, tookMs, counts } = await scanner.scan(takeUp(options, tally, isOver));
      const pause = () => delay(Math.min(options.longestPauseMs, tally.retryAfterS * 1_000));
      const rescans = counts.TRANSIENT === 0 ? 0 : await rescan(scanner, pause, isOver);
      return { ...tally.result(), rescans, tookMs, isCutShort: files.length < options.files.length };
    },
  };
}

function* takeUp(
  { files, location }: JudgedScanOptions,
  tally: ScanTally,
  isOver: () => boolean,
): Generator<ScanFile> {
  for (const { path } of files) {
    if (isOver()) return;
    tally.takeUp(path);
    yield { path, location };
  }
}

/** Scans what was told to come back, when it was told to, until nothing is left. */
async function rescan(scanner: Scanner, pause: () => Promise<void>, isOver: () => boolean): Promise<number> {
  for (let rescans = 1; ; rescans += 1) {
    await pause();
    const { counts } = await scanner.rescanTransient();
    if (counts.TRANSIENT === 0 || rescans === MOST_RESCANS || isOver()) return rescans;
  }
}
