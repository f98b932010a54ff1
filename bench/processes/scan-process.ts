import { createScanner } from '../../simulators/plex/scanner/create-scanner.ts';
import { PLEX_ROOT, createBenchLibrary, listBenchFiles } from '../libraries/bench-library.ts';
import { answerParent } from './child.ts';

/** The half of PMS that scans, in a process of its own: every file of the library, eight at a time. */
export interface ScanQuestion {
  readonly do: 'SCAN';
  readonly url: string;
  readonly scenes: number;
}

export interface ScanReply {
  readonly files: number;
  readonly matched: number;
  /** Breaches of the provider contract, the first few. */
  readonly violations: readonly string[];
  readonly tookMs: number;
}

const AT_A_TIME = 8;

answerParent(async ({ url, scenes }: ScanQuestion): Promise<ScanReply> => {
  const files = listBenchFiles(createBenchLibrary(scenes)).map(({ path }) => ({ path, location: PLEX_ROOT }));
  await using scanner = createScanner({
    providerUri: url,
    filenameForm: 'RELATIVE',
    concurrency: AT_A_TIME,
    keepAnswers: false,
  });
  const { counts, violations, tookMs } = await scanner.scan(files);
  return { files: files.length, matched: counts.MATCHED, violations: violations.slice(0, 5), tookMs };
});
