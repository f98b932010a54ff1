import type { PlexPath, StashPath } from '../model/file-paths.ts';
import type { SceneId } from '../model/ids.ts';

/** How the two libraries disagree; the same tokens in the database, GraphQL, metrics, logs and docs. */
export const GAP_KINDS = [
  'NOT_IN_STASH',
  'NOT_IN_PLEX',
  'UNMATCHED',
  'WRONG_SCENE',
  'STALE',
  'EMPTY',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** Why there is a gap; `gap-advice.ts` says what to do about each. */
export const GAP_REASONS = [
  'NO_RULE_COVERS_PATH',
  'NO_SUCH_FILE',
  'NO_SUCH_NAME',
  'SCENE_DELETED',
  'FOLDER_NOT_IN_LIBRARY',
  'NO_PLEX_ITEM',
  'OTHER_AGENT',
  'NO_AGENT',
  'OTHER_SCENE',
  'NAME_AMBIGUOUS',
  'CHANGED_SINCE_SERVED',
  'NOTHING_SHOWN',
] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** What a match or a sweep found: a gap without its history. */
export interface FoundGap {
  readonly kind: GapKind;
  readonly reason: GapReason;
  /**
   * What the gap is about, within its kind: it decides whether two findings are the same gap. See `gap-subject.ts`.
   */
  readonly subject: string;
  readonly plexPath?: PlexPath;
  readonly stashPath?: StashPath;
  readonly plexRatingKey?: string;
  readonly plexLibrary?: string;
  readonly sceneId?: SceneId;
}

/** Somebody's choice not to see a gap. Times are milliseconds since the epoch. */
export interface Suppression {
  readonly reason: string;
  readonly at: number;
  readonly until?: number;
  /** Stash's `updated_at` of the scene then: the gap comes back once this changes. */
  readonly sceneUpdatedAt?: string;
}

export type GapStatus =
  | { readonly state: 'OPEN' }
  | { readonly state: 'SUPPRESSED'; readonly suppression: Suppression }
  | { readonly state: 'CLOSED'; readonly closedAt: number };

/** A remembered gap. */
export interface Gap extends FoundGap {
  /** Decimal digits; never reused. */
  readonly id: string;
  readonly status: GapStatus;
  readonly foundBy: 'MATCH' | 'SWEEP';
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
}
