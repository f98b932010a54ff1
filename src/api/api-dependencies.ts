import type { CatalogState } from '../catalog/catalog-state.ts';
import type { PullKind } from '../catalog/catalog-store.ts';
import type { Gaps } from '../gaps/gaps.ts';
import type { BreakerState } from '../lib/breaker-state.ts';
import type { MatchExplanation } from '../matching/explanation.ts';
import type { Matcher } from '../matching/match-file.ts';
import type { RecentMatchFilter } from '../matching/recent-matches.ts';
import type { Problem } from '../observe/problem.ts';
import type { PathDirection, PathRule } from '../paths/path-rule.ts';
import type { RoundTripReport } from '../paths/round-trip-tally.ts';
import type { ReadRawScenes } from './scenes/scene-reading.ts';

/** What the GraphQL API and the reports need of the rest of the service. Instants are milliseconds since the epoch. */
export interface ApiDependencies {
  readonly version: string;
  readonly startedAt: number;
  readonly listProblems: () => readonly Problem[];
  readonly stash: () => StashView;
  readonly catalog: CatalogPort;
  readonly gaps: GapsPort;
  /** When the next sweep is planned, if any is. */
  readonly findNextSweepAt: () => number | undefined;
  readonly paths: PathsPort;
  /** The last matches in any order. */
  readonly listRecentMatches: (filter: RecentMatchFilter) => readonly MatchExplanation[];
  /** A matcher like the one Plex is answered by, but one that records nothing. */
  readonly explainMatch: Matcher;
  readonly readScenes: ReadRawScenes;
  /** Aborts when the service begins to stop: subscriptions end, and nothing waits any longer. */
  readonly stopping: AbortSignal;
}

/** The connection to Stash as a person sees it. */
export interface StashView {
  readonly version?: string | undefined;
  readonly breaker: BreakerState;
}

/** The local mirror of Stash, to look at and to have read again. */
export interface CatalogPort {
  state(): CatalogState;
  countScenes(): number;
  countFiles(): number;
  /** Begins in the background; trouble shows in `state`. Never throws. */
  refresh(kind: PullKind): void;
}

/** The gaps and sweeps, as far as this edge uses them. */
export type GapsPort = Pick<
  Gaps,
  | 'events'
  | 'startSweep'
  | 'cancelSweep'
  | 'running'
  | 'listSweeps'
  | 'countSweeps'
  | 'listGaps'
  | 'countGaps'
  | 'findGap'
  | 'suppress'
  | 'reopen'
  | 'listGauges'
>;

/** How often a rule translated a path. */
export interface RuleHitCount {
  readonly rule: string;
  readonly direction: PathDirection;
  readonly hits: number;
  readonly lastAt: number;
}

/** The path rules and what they did so far. */
export interface PathsPort {
  readonly rules: readonly PathRule[];
  listHits(): readonly RuleHitCount[];
  /** The last check over the whole catalog; absent before the first. */
  findRoundTrip(): RoundTripReport | undefined;
}
