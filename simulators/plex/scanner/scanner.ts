import type { JsonObject } from '../contract/object-shape.ts';
import type { FileNameForm } from './file-name-form.ts';
import type { FileReport, TransientError } from './file-report.ts';
import type { ScanFile } from './scan-file.ts';
import type { ScanProgress, ScanReport } from './scan-report.ts';

/** The half of PMS that calls a provider. */
export interface Scanner extends AsyncDisposable {
  /** Fetches the manifest anew, as a restart of PMS does; otherwise it is fetched once. Returns its violations. */
  rereadManifest(): Promise<readonly string[]>;
  /**
   * Matches every file that has no match yet and refreshes every other from its stored guid.
   *
   * @throws ProviderUnusable when the provider's root gives no manifest.
   */
  scan(files: Iterable<ScanFile>, signal?: AbortSignal): Promise<ScanReport>;
  /** Scans again the files whose last scan was cut short by a transient error. */
  rescanTransient(signal?: AbortSignal): Promise<ScanReport>;
  /** What a person sees under Fix Match. Changes nothing. */
  fixMatch(file: ScanFile): Promise<FixMatchReport>;
  /** What happens when a person picks a candidate: its guid is stored as it is, then the item is refreshed. */
  applyMatch(file: ScanFile, guid: string): Promise<FileReport>;
  /** The guid stored for a file's full path. */
  findGuid(path: string): string | undefined;
}

/** The candidates of one Fix Match, best first. */
export interface FixMatchReport {
  readonly candidates: readonly JsonObject[];
  /** Why there are none, when the provider's answer could not be used. */
  readonly failure?: string;
  readonly violations: readonly string[];
  readonly transient: readonly TransientError[];
}

export interface ScannerOptions {
  /** The registered address, plain http, e.g. `http://127.0.0.1:8080/secret`. */
  readonly providerUri: string;
  readonly filenameForm: FileNameForm;
  /** Files in flight. */
  readonly concurrency: number;
  /** PMS 1.43.5 and newer refuse to fetch pictures from private addresses. Default false. */
  readonly privateAddressImagesRefused?: boolean;
  /** After this PMS gives a call up. Default 90,000. */
  readonly timeoutMs?: number;
  /** The poster of every n-th file is fetched; 0, the default, fetches none. */
  readonly posterEvery?: number;
  /** Sent with each match; absent by default. */
  readonly includeAdult?: 0 | 1;
  /** False keeps no answers in the report, so that 100,000 files fit in memory. Default true. */
  readonly keepAnswers?: boolean;
  /** Told of every finished file, with its answers. */
  readonly onFile?: (report: FileReport) => void;
  /** Told after every file. */
  readonly onProgress?: (progress: ScanProgress) => void;
  /** Texts no answer may hold, such as the key of the Stash behind the provider. */
  readonly secrets?: readonly string[];
  /** Default 1.43.0.10467. */
  readonly version?: string;
}
