import type { JsonObject } from '../contract/object-shape.ts';
import type { ScanFile } from './scan-file.ts';

/**
 * What became of one file. `UNMATCHED`: the provider searched and found nothing. `TRANSIENT`: it could not be asked
 * or could not know, and PMS asks again on a later scan. `FAILED`: it answered what PMS cannot use.
 */
export type FileOutcome = 'MATCHED' | 'UNMATCHED' | 'TRANSIENT' | 'FAILED';

/** The calls PMS makes for one file. */
export type CallName = 'MATCH' | 'METADATA' | 'IMAGES' | 'EXTRAS' | 'POSTER';

/** A call that told PMS to come back: a 5xx, a time-out or a broken connection. */
export interface TransientError {
  readonly call: CallName;
  /** `HTTP_500`, `TIMED_OUT`, `BROKEN_OFF`, … */
  readonly reason: string;
  /** What the header `Retry-After` said. */
  readonly retryAfterS?: number;
}

/** The poster as PMS got it. `REFUSED`: PMS did not even ask, because the address is private. */
export type PosterReading =
  | { readonly kind: 'FETCHED'; readonly contentType: string; readonly bytes: number }
  | { readonly kind: 'FAILED'; readonly reason: string }
  | { readonly kind: 'REFUSED' };

/** Everything one scan learnt about one file. */
export interface FileReport {
  readonly file: ScanFile;
  /** As sent; `undefined` for a request without it. */
  readonly fileName: string | undefined;
  readonly outcome: FileOutcome;
  /** Why it failed, for `FAILED`. */
  readonly failure?: string;
  readonly guid?: string;
  readonly ratingKey?: string;
  /** The match result PMS took. */
  readonly match?: JsonObject;
  readonly metadata?: JsonObject;
  readonly images?: readonly JsonObject[];
  readonly poster?: PosterReading;
  readonly violations: readonly string[];
  readonly transient: readonly TransientError[];
  /** Milliseconds by call; only calls that were made. */
  readonly latencyMs: Readonly<Partial<Record<CallName, number>>>;
}

/** The same without the answers, for libraries too large to keep them. */
export function withoutAnswers(report: FileReport): FileReport {
  const { file, fileName, outcome, guid, ratingKey, failure, violations, transient, latencyMs } = report;
  return {
    file,
    fileName,
    outcome,
    ...(guid === undefined ? {} : { guid }),
    ...(ratingKey === undefined ? {} : { ratingKey }),
    ...(failure === undefined ? {} : { failure }),
    violations,
    transient,
    latencyMs,
  };
}
