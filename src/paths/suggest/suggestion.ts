import type { FolderCount } from '../folder-counts.ts';
import type { PathRule } from '../path-rule.ts';
import type { PathExample } from './rule-record.ts';

/**
 * What was found out: rules to use; `SAME_PATHS` when both sides name all files alike, so that no rule is needed;
 * `NOTHING` when no rule can be proposed with a good conscience.
 */
export type Suggestion = SuggestionReport &
  (
    | { readonly kind: 'RULES' | 'SAME_PATHS' }
    | {
        readonly kind: 'NOTHING';
        /** In whole sentences. */
        readonly why: string;
      }
  );

export interface SuggestionReport {
  /** In the order in which they must be tried. */
  readonly rules: readonly SuggestedRule[];
  readonly counts: SuggestionCounts;
  /** Plex files that no rule covers, by folder, fullest first. */
  readonly uncoveredFolders: readonly FolderCount[];
  /** Plex files that are known in Stash and that the rules do not lead there, by folder. */
  readonly missedFolders: readonly FolderCount[];
}

export interface SuggestionCounts {
  readonly plexFiles: number;
  readonly stashFiles: number;
  /** Files that were recognised on both sides by name, folders and size. */
  readonly paired: number;
  /** Of those, how many the rules take from Plex to Stash. */
  readonly mapped: number;
  /** Plex files that no rule covers. */
  readonly uncovered: number;
  /** Plex files with namesakes in Stash that could not be told apart. */
  readonly undecided: number;
}

export interface SuggestedRule {
  readonly rule: PathRule;
  /** Files it leads to a file that the other side has: Plex files, or Stash files when it only leads to Plex. */
  readonly covered: number;
  /** Of those, how many come back to where they started. */
  readonly roundTrips: number;
  /** Files it leads to a file that is certainly another. A rule with any is never proposed. */
  readonly wrong: number;
  /** Files it leads to a path where the other side has nothing. */
  readonly nowhere: number;
  /** Files it leads to one of the same path with another size. */
  readonly otherSize: number;
  readonly examples: readonly PathExample[];
}
