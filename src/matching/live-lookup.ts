import type { StashPath } from '../model/file-paths.ts';
import type { UnknownCause } from '../model/unknown-cause.ts';

/** What a file that the catalog does not know is looked for by. */
export interface LookupRequest {
  /** Full Stash paths the file may have, most likely first. */
  readonly paths: readonly StashPath[];
  /** Trailing segments of the file's path, in reading order: the file name last. Never empty. */
  readonly suffix: readonly string[];
}

/**
 * `BROUGHT`: Stash knew candidates and they are in the catalog now, so that matching can run again.
 *
 * Matching takes an answer other than `UNKNOWN` as proof: every one of `paths` was asked for, not only up to the
 * first that was found, and every file that ends in `suffix` as well, unless `truncated` says that this is not so
 * (Stash knew more than were brought, or a path that was found made the question superfluous).
 */
export type LookupAnswer =
  | { readonly kind: 'BROUGHT'; readonly scenes: number; readonly truncated?: boolean }
  | { readonly kind: 'NOTHING' }
  | { readonly kind: 'UNKNOWN'; readonly cause: UnknownCause };

/** One live question to Stash for a file that the catalog does not know, coalesced with its neighbours. */
export type LiveLookup = (request: LookupRequest, signal: AbortSignal) => Promise<LookupAnswer>;
