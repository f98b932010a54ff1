/** What a sweep does at the moment. */
export type SweepPhase = 'READING_STASH' | 'READING_PLEX' | 'COMPARING' | 'APPLYING';

/** Numbers of a sweep, in items, files and gaps. */
export interface SweepCounts {
  readonly plexItems: number;
  readonly plexItemsExpected?: number;
  readonly stashFiles: number;
  readonly opened: number;
  readonly closed: number;
  readonly unchanged: number;
}

/** Why a sweep could not read both sides completely; the token is for tools, the sentence for people. */
export interface IncompleteCause {
  readonly reason: IncompleteReason;
  readonly detail: string;
}

export type IncompleteReason =
  | 'PLEX_NOT_CONFIGURED'
  | 'PLEX_UNREACHABLE'
  | 'PLEX_UNAUTHORIZED'
  | 'PLEX_TOO_OLD'
  | 'PLEX_STARTING'
  | 'PLEX_FAILED'
  | 'NO_LIBRARY'
  | 'SECTION_REFRESHING'
  | 'LISTING_CHANGED'
  | 'LISTING_SHRANK'
  | 'FILES_NOT_ACCESSIBLE'
  | 'STASH_INCOMPLETE'
  | 'INTERRUPTED';

export type SweepStatus =
  | { readonly state: 'RUNNING'; readonly phase: SweepPhase }
  | { readonly state: 'COMPLETE'; readonly endedAt: number }
  | { readonly state: 'INCOMPLETE'; readonly endedAt: number; readonly cause: IncompleteCause }
  | { readonly state: 'CANCELLED'; readonly endedAt: number };

/** One comparison of both libraries. Times are milliseconds since the epoch. */
export interface Sweep {
  readonly id: string;
  readonly trigger: 'SCHEDULE' | 'REQUEST';
  readonly startedAt: number;
  readonly status: SweepStatus;
  readonly counts: SweepCounts;
}
