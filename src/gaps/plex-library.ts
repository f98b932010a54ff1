import type { PlexPath } from '../model/file-paths.ts';
import type { IncompleteCause } from './sweep.ts';

/** One Plex library. */
export interface PlexSection {
  readonly key: string;
  readonly title: string;
  /** Identifier of its metadata agent; our provider id when it uses us. */
  readonly agent: string;
  readonly isRefreshing: boolean;
  /** Its folders, as PMS names them. */
  readonly locations: readonly PlexPath[];
}

/** One movie of a Plex library, as a listing shows it. */
export interface PlexItem {
  readonly ratingKey: string;
  readonly guid: string;
  readonly title: string;
  /** Every file of every version; empty for an item without files. */
  readonly files: readonly PlexPath[];
  /** Bytes of each of `files`, in their order, where PMS says so. */
  readonly sizes?: readonly (number | undefined)[];
  /** Whether Plex shows anything beyond title and date: summary, studio, a genre or a role. */
  readonly showsSomething: boolean;
}

/** A page of a section's items, and how many Plex says there are in all. */
export interface PlexPage {
  readonly items: readonly PlexItem[];
  readonly total: number;
}

/** What a sweep needs of PMS. Every method throws `PlexNotRead` when it cannot give a complete answer. */
export interface PlexLibrary {
  /** The movie sections to compare, by `PLEX_LIBRARIES` or by agent; checks identity and version first. */
  listSections(signal: AbortSignal): Promise<readonly PlexSection[]>;
  /**
   * Every item of a section, once each. Ends normally only when the listing was complete and did not change while it
   * was read; pages are of any size.
   */
  streamItems(section: PlexSection, signal: AbortSignal): AsyncIterable<PlexPage>;
  /** Of the given items, how many have a file that PMS can open now: tells an unreachable mount. */
  countAccessible(ratingKeys: readonly string[], signal: AbortSignal): Promise<number>;
}

/** PMS could not be read completely; the cause says why. */
export class PlexNotRead extends Error {
  override readonly name = 'PlexNotRead';
  readonly incomplete: IncompleteCause;

  constructor(incomplete: IncompleteCause, options?: ErrorOptions) {
    super(incomplete.detail, options);
    this.incomplete = incomplete;
  }
}
