import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Gap as GapModel } from '../../gaps/gap.ts';
import type { GapPage } from '../resolvers/list-gaps.ts';
import type { Sweep as SweepModel } from '../../gaps/sweep.ts';
import type { SweepPage } from '../resolvers/list-sweeps.ts';
import type { ApiDependencies } from '../api-dependencies.ts';
import type { MatchExplanation as MatchExplanationModel } from '../../matching/explanation.ts';
import type { RawScene } from '../scenes/scene-reading.ts';
import type { ApiContext } from '../api-context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant: RFC 3339 text in UTC. */
  DateTime: { input: number; output: number; }
  Int64: { input: number; output: number; }
  Time: { input: string; output: string; }
};

/** Whether requests go to Stash. */
export type BreakerState =
  /** Requests go to Stash. */
  | 'CLOSED'
  /** One request probes whether Stash is back. */
  | 'HALF_OPEN'
  /** Stash failed too often: requests are answered from copies, or not at all, for half a minute. */
  | 'OPEN';

/** The local mirror of Stash. */
export type Catalog = {
  __typename?: 'Catalog';
  /** When it was last known to equal Stash; null while it never was. */
  completeAt?: Maybe<Scalars['DateTime']['output']>;
  /** Scenes the pull that runs now expects; null when unknown. */
  expectedScenes?: Maybe<Scalars['Int']['output']>;
  /** Files it holds. */
  files: Scalars['Int']['output'];
  /** Scenes read by the pull that runs now; null when none runs. */
  pulledScenes?: Maybe<Scalars['Int']['output']>;
  /** Scenes it holds. */
  scenes: Scalars['Int']['output'];
  /** How far it is. */
  state: CatalogState;
};

/** How far the catalog is. */
export type CatalogState =
  /** Every scene was read at least once. */
  | 'COMPLETE'
  /** Nothing was read yet. */
  | 'EMPTY'
  /** The first pull runs: what it does not hold may still be in Stash. */
  | 'FILLING';

export type Fingerprint = {
  __typename?: 'Fingerprint';
  type: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

/** One disagreement between the two libraries. It keeps its id over sweeps. */
export type Gap = {
  __typename?: 'Gap';
  /** When it closed; null while it is there. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was first seen. */
  firstSeenAt: Scalars['DateTime']['output'];
  /** Whether a match or a sweep found it. */
  foundBy: GapSource;
  /** Stays the same as long as the gap is remembered. */
  id: Scalars['ID']['output'];
  /** How the libraries disagree. */
  kind: GapKind;
  /** When it was last seen. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** What to do about it, in one sentence. */
  nextStep: Scalars['String']['output'];
  /** The title of the Plex library; null when unknown. */
  plexLibrary?: Maybe<Scalars['String']['output']>;
  /** The file as Plex names it; null when Plex does not have it. */
  plexPath?: Maybe<Scalars['String']['output']>;
  /** The Plex item's ratingKey; null when there is none. */
  plexRatingKey?: Maybe<Scalars['String']['output']>;
  /** Why. */
  reason: GapReason;
  /** The scene as Stash has it now; null when there is none, or when Stash says it is gone. */
  scene?: Maybe<Scene>;
  /** The id of the scene concerned; null when there is none. */
  sceneId?: Maybe<Scalars['ID']['output']>;
  /** The file as Stash names it; null when Stash does not have it. */
  stashPath?: Maybe<Scalars['String']['output']>;
  /** What becomes of it. */
  state: GapState;
  /** That somebody chose not to see it, and why; null unless suppressed. */
  suppression?: Maybe<Suppression>;
};

/** A page of gaps. */
export type GapConnection = {
  __typename?: 'GapConnection';
  /** How many of them there are of each kind. */
  countsByKind: Array<GapKindCount>;
  /** How many of them there are for each reason. */
  countsByReason: Array<GapReasonCount>;
  /** How many of them there are in each state. */
  countsByState: Array<GapStateCount>;
  /** The gaps with their cursors. */
  edges: Array<GapEdge>;
  /** The gaps alone. */
  nodes: Array<Gap>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** All gaps that the filter lets through. */
  totalCount: Scalars['Int']['output'];
};

/** A gap and its place in the list. */
export type GapEdge = {
  __typename?: 'GapEdge';
  /** The gap's place. */
  cursor: Scalars['String']['output'];
  /** The gap. */
  node: Gap;
};

/** Which gaps to list. Every member that is given must hold. */
export type GapFilter = {
  /** First seen at this time or later. */
  firstSeenSince?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of one of these kinds. */
  kinds?: InputMaybe<Array<GapKind>>;
  /** Whose Plex or Stash path holds this text, in any case. */
  pathContains?: InputMaybe<Scalars['String']['input']>;
  /** For one of these reasons. */
  reasons?: InputMaybe<Array<GapReason>>;
  /** In one of these states; open ones when left out. */
  states?: InputMaybe<Array<GapState>>;
  /** Whose scene is of this studio, by name in any case. */
  studio?: InputMaybe<Scalars['String']['input']>;
};

/** How the two libraries disagree. */
export type GapKind =
  /** Plex shows nothing where Stash has something. */
  | 'EMPTY'
  /** Stash has a scene of which Plex has no file. */
  | 'NOT_IN_PLEX'
  /** Plex has a file that Stash does not know. */
  | 'NOT_IN_STASH'
  /** Stash changed the scene since Plex last asked for it. */
  | 'STALE'
  /** Both have the file, but its Plex item does not use this provider. */
  | 'UNMATCHED'
  /** The Plex item uses this provider, but for another scene than the file's. */
  | 'WRONG_SCENE';

/** How many gaps there are of a kind. */
export type GapKindCount = {
  __typename?: 'GapKindCount';
  /** How many. */
  count: Scalars['Int']['output'];
  /** The kind. */
  kind: GapKind;
};

/** In which order gaps come. */
export type GapOrder = {
  /** In which direction. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: GapOrderField;
};

/** By what gaps are ordered. */
export type GapOrderField =
  /** When it was first seen. */
  | 'FIRST_SEEN'
  /** When it was last seen. */
  | 'LAST_SEEN'
  /** Its path, Plex's first. */
  | 'PATH';

/** Why there is a gap. */
export type GapReason =
  /** The scene changed in Stash after it was served. */
  | 'CHANGED_SINCE_SERVED'
  /** The file lies in no folder of the compared Plex libraries. */
  | 'FOLDER_NOT_IN_LIBRARY'
  /** The file name alone does not say which scene it is. */
  | 'NAME_AMBIGUOUS'
  /** Plex shows no studio, summary, performer or tag of the scene. */
  | 'NOTHING_SHOWN'
  /** No agent matched the item. */
  | 'NO_AGENT'
  /** The folder belongs to a library, but Plex has no item for the file. */
  | 'NO_PLEX_ITEM'
  /** No path rule covers the path, so the other side cannot be asked. */
  | 'NO_RULE_COVERS_PATH'
  /** The path leads to no file that the other side knows. */
  | 'NO_SUCH_FILE'
  /** Stash does not hold a file of that name. */
  | 'NO_SUCH_NAME'
  /** Another metadata agent matched the item. */
  | 'OTHER_AGENT'
  /** The item shows another scene than the one its file belongs to. */
  | 'OTHER_SCENE'
  /** The Stash scene that Plex shows was deleted. */
  | 'SCENE_DELETED';

/** How many gaps there are for a reason. */
export type GapReasonCount = {
  __typename?: 'GapReasonCount';
  /** How many. */
  count: Scalars['Int']['output'];
  /** The reason. */
  reason: GapReason;
};

/** What found a gap. */
export type GapSource =
  /** Plex asked for the file and got no answer. */
  | 'MATCH'
  /** A comparison of both libraries. */
  | 'SWEEP';

/** What becomes of a gap. */
export type GapState =
  /** It is gone. */
  | 'CLOSED'
  /** It is there. */
  | 'OPEN'
  /** It is there, but somebody chose not to see it. */
  | 'SUPPRESSED';

/** How many gaps there are in a state. */
export type GapStateCount = {
  __typename?: 'GapStateCount';
  /** How many. */
  count: Scalars['Int']['output'];
  /** The state. */
  state: GapState;
};

export type Group = {
  __typename?: 'Group';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

/** A scene that was considered. */
export type MatchCandidate = {
  __typename?: 'MatchCandidate';
  /** Whether the strategy alone settles it. */
  certain: Scalars['Boolean']['output'];
  /** The scene's id. */
  sceneId: Scalars['ID']['output'];
  /** How well it fits, from 0 to 1. */
  score: Scalars['Float']['output'];
  /** The strategy that found it. */
  strategy: Scalars['String']['output'];
};

/** A decision and how it came about. */
export type MatchExplanation = {
  __typename?: 'MatchExplanation';
  /** The scenes that were considered, best first. */
  candidates: Array<MatchCandidate>;
  /** The file name as Plex sent it; null when it sent none. */
  fileName?: Maybe<Scalars['String']['output']>;
  /** Whether a person asked. */
  manual: Scalars['Boolean']['output'];
  /** What it came to. */
  outcome: MatchOutcomeKind;
  /** Why it missed or could not be known, as a token; null otherwise. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The scene as Stash has it now; null when none was matched, or when Stash says it is gone. */
  scene?: Maybe<Scene>;
  /** The scene that was matched; null when none was. */
  sceneId?: Maybe<Scalars['ID']['output']>;
  /** Every step, in order. */
  steps: Array<MatchStep>;
  /** The strategy that won; null when none did. */
  strategy?: Maybe<Scalars['String']['output']>;
  /** The title as Plex sent it; null when it sent none. */
  title?: Maybe<Scalars['String']['output']>;
  /** How long it took, in milliseconds. */
  tookMs: Scalars['Float']['output'];
};

/** What a match came to. */
export type MatchOutcomeKind =
  /** Several scenes fit and nothing tells them apart. */
  | 'AMBIGUOUS'
  /** A list for a person to choose from. */
  | 'CANDIDATES'
  /** One certain scene. */
  | 'MATCHED'
  /** Searched, and nothing there. */
  | 'MISSED'
  /** It could not be known. */
  | 'UNKNOWN';

/** One step of a match. */
export type MatchStep = {
  __typename?: 'MatchStep';
  /** What it found, in one sentence. */
  finding: Scalars['String']['output'];
  /** The strategy or stage. */
  strategy: Scalars['String']['output'];
  /** What it tried. */
  tried: Array<Scalars['String']['output']>;
};

/** What changes something. Callers need the right to: the token, or this machine's own address while none is set. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Cancels the running comparison; null when none runs. No gap changes. */
  cancelSweep?: Maybe<Sweep>;
  /** Reads Stash again; returns at once, `catalog` shows the progress. */
  refreshCatalog: Catalog;
  /** Shows a suppressed gap again. */
  reopenGap: Gap;
  /** Starts a comparison of both libraries. While one runs, that one is returned. */
  startSweep: Sweep;
  /** Hides a gap until Stash changes the scene, or until the given time. */
  suppressGap: Gap;
};


/** What changes something. Callers need the right to: the token, or this machine's own address while none is set. */
export type MutationRefreshCatalogArgs = {
  mode?: InputMaybe<RefreshMode>;
};


/** What changes something. Callers need the right to: the token, or this machine's own address while none is set. */
export type MutationReopenGapArgs = {
  id: Scalars['ID']['input'];
};


/** What changes something. Callers need the right to: the token, or this machine's own address while none is set. */
export type MutationSuppressGapArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** In which direction a list is ordered. */
export type OrderDirection =
  /** Smallest first. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** Where a page of a connection ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last entry: the `after` of the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follow. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether others come before. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first entry. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** One path rule and what it did. */
export type PathRule = {
  __typename?: 'PathRule';
  /** What it does, in one sentence. */
  description: Scalars['String']['output'];
  /** How often it turned a Stash path into a Plex path. */
  hitsToPlex: Scalars['Int']['output'];
  /** How often it turned a Plex path into a Stash path. */
  hitsToStash: Scalars['Int']['output'];
  /** When it last did either; null for never. */
  lastHitAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its name. */
  name: Scalars['String']['output'];
  /** Its place, from 1: the first that matches wins. */
  position: Scalars['Int']['output'];
  /** How it stands after the last check over the whole catalog; null before the first. */
  roundTrip?: Maybe<RoundTrip>;
};

/** One path taken through the rules and back. */
export type PathTrace = {
  __typename?: 'PathTrace';
  /** Where the result leads back to; null when it leads nowhere. */
  back?: Maybe<Scalars['String']['output']>;
  /** The side it is from. */
  from: Side;
  /** The path as given. */
  path: Scalars['String']['output'];
  /** Where it leads; null when no rule covers it. */
  result?: Maybe<Scalars['String']['output']>;
  /** The rule that won; null when none did. */
  rule?: Maybe<Scalars['String']['output']>;
  /** What each rule made of it, in order. */
  steps: Array<PathTraceStep>;
};

/** What one rule made of a path. */
export type PathTraceStep = {
  __typename?: 'PathTraceStep';
  /** What came of it, in one sentence. */
  finding: Scalars['String']['output'];
  /** Whether the rule matched. */
  matched: Scalars['Boolean']['output'];
  /** The rule's name. */
  rule: Scalars['String']['output'];
};

export type Performer = {
  __typename?: 'Performer';
  disambiguation?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  image_path?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
};

/** Something a person should know about. */
export type Problem = {
  __typename?: 'Problem';
  /** A stable token. */
  id: Scalars['ID']['output'];
  /** What to do about it, in one sentence. */
  nextStep: Scalars['String']['output'];
  /** How bad it is. */
  severity: ProblemSeverity;
  /** What is wrong, in one sentence. */
  summary: Scalars['String']['output'];
};

/** How bad a problem is. */
export type ProblemSeverity =
  /** Something does not work. */
  | 'ERROR'
  /** Something works less well than it could. */
  | 'WARNING';

/**
 * What Stash2Plex knows about itself and about the two libraries: its own state, the gaps between Stash and Plex, how
 * paths and files are recognised, and the scenes behind them.
 */
export type Query = {
  __typename?: 'Query';
  /** The local mirror of Stash. */
  catalog: Catalog;
  /** Runs a match for a file name as Plex would send it and tells every step. Nothing is recorded. */
  explainMatch: MatchExplanation;
  /** One gap by its id; null when there is none. */
  gap?: Maybe<Gap>;
  /** Where the two libraries disagree. */
  gaps: GapConnection;
  /** Takes one path through every rule and back. */
  mapPath: PathTrace;
  /** The path rules in their order, with what they did. */
  pathRules: Array<PathRule>;
  /** The last match requests, newest first. */
  recentMatches: RecentMatchConnection;
  /** A scene as Stash has it now; null when Stash says it does not exist. */
  scene?: Maybe<Scene>;
  /** How the service and its surroundings are doing. */
  status: Status;
  /** Comparisons of both libraries, newest first. */
  sweeps: SweepConnection;
};


/**
 * What Stash2Plex knows about itself and about the two libraries: its own state, the gaps between Stash and Plex, how
 * paths and files are recognised, and the scenes behind them.
 */
export type QueryExplainMatchArgs = {
  fileName: Scalars['String']['input'];
  manual?: InputMaybe<Scalars['Boolean']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What Stash2Plex knows about itself and about the two libraries: its own state, the gaps between Stash and Plex, how
 * paths and files are recognised, and the scenes behind them.
 */
export type QueryGapArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What Stash2Plex knows about itself and about the two libraries: its own state, the gaps between Stash and Plex, how
 * paths and files are recognised, and the scenes behind them.
 */
export type QueryGapsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GapFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<GapOrder>;
};


/**
 * What Stash2Plex knows about itself and about the two libraries: its own state, the gaps between Stash and Plex, how
 * paths and files are recognised, and the scenes behind them.
 */
export type QueryMapPathArgs = {
  from: Side;
  path: Scalars['String']['input'];
};


/**
 * What Stash2Plex knows about itself and about the two libraries: its own state, the gaps between Stash and Plex, how
 * paths and files are recognised, and the scenes behind them.
 */
export type QueryRecentMatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  contains?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  outcome?: InputMaybe<MatchOutcomeKind>;
};


/**
 * What Stash2Plex knows about itself and about the two libraries: its own state, the gaps between Stash and Plex, how
 * paths and files are recognised, and the scenes behind them.
 */
export type QuerySceneArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What Stash2Plex knows about itself and about the two libraries: its own state, the gaps between Stash and Plex, how
 * paths and files are recognised, and the scenes behind them.
 */
export type QuerySweepsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One match request of the last thousand. */
export type RecentMatch = {
  __typename?: 'RecentMatch';
  /** When Plex asked. */
  at: Scalars['DateTime']['output'];
  /** The decision and how it came about. */
  explanation: MatchExplanation;
  /** The scene as Stash has it now; null when none was matched, or when Stash says it is gone. */
  scene?: Maybe<Scene>;
  /** The id of the scene that was matched; null when none was. */
  sceneId?: Maybe<Scalars['ID']['output']>;
};

/** A page of recent matches. */
export type RecentMatchConnection = {
  __typename?: 'RecentMatchConnection';
  /** The matches with their cursors. */
  edges: Array<RecentMatchEdge>;
  /** The matches alone. */
  nodes: Array<RecentMatch>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** All matches that are remembered and that the filter lets through. */
  totalCount: Scalars['Int']['output'];
};

/** A match and its place in the list. */
export type RecentMatchEdge = {
  __typename?: 'RecentMatchEdge';
  /** The match's place. */
  cursor: Scalars['String']['output'];
  /** The match. */
  node: RecentMatch;
};

/** How thoroughly the catalog is read again. */
export type RefreshMode =
  /** Compare every scene, read whole what changed. */
  | 'DIFF'
  /** Read every scene whole. */
  | 'FULL';

/** What the paths of the catalog met at a rule, there and back. */
export type RoundTrip = {
  __typename?: 'RoundTrip';
  /** Files of the catalog that the rule takes to Plex. */
  covered: Scalars['Int']['output'];
  /** Files whose paths it matches, also those that an earlier rule took. */
  matched: Scalars['Int']['output'];
  /** Plex paths of such files that it brings back to Stash. */
  returned: Scalars['Int']['output'];
  /** The earlier rule that takes every path from this one; null when none does. */
  shadowedBy?: Maybe<Scalars['String']['output']>;
};

export type Scene = {
  __typename?: 'Scene';
  code?: Maybe<Scalars['String']['output']>;
  created_at: Scalars['Time']['output'];
  date?: Maybe<Scalars['String']['output']>;
  details?: Maybe<Scalars['String']['output']>;
  director?: Maybe<Scalars['String']['output']>;
  files: Array<VideoFile>;
  groups: Array<SceneGroup>;
  id: Scalars['ID']['output'];
  organized: Scalars['Boolean']['output'];
  performers: Array<Performer>;
  stash_ids: Array<StashId>;
  studio?: Maybe<Studio>;
  tags: Array<Tag>;
  title?: Maybe<Scalars['String']['output']>;
  updated_at: Scalars['Time']['output'];
};

export type SceneGroup = {
  __typename?: 'SceneGroup';
  group: Group;
  scene_index?: Maybe<Scalars['Int']['output']>;
};

/** One of the two libraries. */
export type Side =
  /** Plex Media Server. */
  | 'PLEX'
  /** Stash. */
  | 'STASH';

export type StashId = {
  __typename?: 'StashID';
  endpoint: Scalars['String']['output'];
  stash_id: Scalars['String']['output'];
};

/** The connection to Stash. */
export type StashStatus = {
  __typename?: 'StashStatus';
  /** Whether requests go to Stash. */
  breaker: BreakerState;
  /** Since when the breaker is in this state. */
  breakerSince: Scalars['DateTime']['output'];
  /** What the last failed request came to, as a token; null when none failed. */
  lastError?: Maybe<Scalars['String']['output']>;
  /** Stash's version, once it answered. */
  version?: Maybe<Scalars['String']['output']>;
};

/** How the service and its surroundings are doing. */
export type Status = {
  __typename?: 'Status';
  /** The local mirror of Stash. */
  catalog: Catalog;
  /** When the next comparison is planned; null when none is. */
  nextSweepAt?: Maybe<Scalars['DateTime']['output']>;
  /** Open gaps by kind. */
  openGaps: Array<GapKindCount>;
  /** What a person should know about, most severe first. */
  problems: Array<Problem>;
  /** The comparison that runs now, if any. */
  runningSweep?: Maybe<Sweep>;
  /** When the service started. */
  startedAt: Scalars['DateTime']['output'];
  /** The connection to Stash. */
  stash: StashStatus;
  /** This program's version. */
  version: Scalars['String']['output'];
};

export type Studio = {
  __typename?: 'Studio';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  parent_studio?: Maybe<Studio>;
};

/** What is told as it happens, over server-sent events. A listener that does not keep up loses the oldest. */
export type Subscription = {
  __typename?: 'Subscription';
  /** Each gap as it opens, changes, closes or is suppressed. */
  gapChanged: Gap;
  /** The running comparison, whenever its counts move, and once more when it ends. */
  sweepProgress: Sweep;
};


/** What is told as it happens, over server-sent events. A listener that does not keep up loses the oldest. */
export type SubscriptionGapChangedArgs = {
  kinds?: InputMaybe<Array<GapKind>>;
};

/** That somebody chose not to see a gap. */
export type Suppression = {
  __typename?: 'Suppression';
  /** Since when. */
  at: Scalars['DateTime']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
  /** When it shows again by itself; null for never. */
  until?: Maybe<Scalars['DateTime']['output']>;
};

/** One comparison of both libraries. */
export type Sweep = {
  __typename?: 'Sweep';
  /** Gaps it closed. */
  closed: Scalars['Int']['output'];
  /** When it ended; null while it runs. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Stays the same as long as it is remembered. */
  id: Scalars['ID']['output'];
  /** Why it did not come to an end, in one sentence; null otherwise. */
  incompleteReason?: Maybe<Scalars['String']['output']>;
  /** Gaps it opened. */
  opened: Scalars['Int']['output'];
  /** What it does now; null once it ended. */
  phase?: Maybe<SweepPhase>;
  /** Items read from Plex so far. */
  plexItems: Scalars['Int']['output'];
  /** Items Plex announced; null while unknown. */
  plexItemsExpected?: Maybe<Scalars['Int']['output']>;
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** Files of Stash compared so far. */
  stashFiles: Scalars['Int']['output'];
  /** How it goes or ended. */
  state: SweepState;
  /** What started it. */
  trigger: SweepTrigger;
  /** Gaps that stayed. */
  unchanged: Scalars['Int']['output'];
};

/** A page of comparisons. */
export type SweepConnection = {
  __typename?: 'SweepConnection';
  /** The comparisons with their cursors. */
  edges: Array<SweepEdge>;
  /** The comparisons alone. */
  nodes: Array<Sweep>;
  /** Where the page ends. */
  pageInfo: PageInfo;
  /** All comparisons that are remembered. */
  totalCount: Scalars['Int']['output'];
};

/** A comparison and its place in the list. */
export type SweepEdge = {
  __typename?: 'SweepEdge';
  /** The comparison's place. */
  cursor: Scalars['String']['output'];
  /** The comparison. */
  node: Sweep;
};

/** What a comparison does. */
export type SweepPhase =
  /** Writes the gaps down. */
  | 'APPLYING'
  /** Compares both. */
  | 'COMPARING'
  /** Reads the items of Plex. */
  | 'READING_PLEX'
  /** Brings the catalog up to date. */
  | 'READING_STASH';

/** How a comparison goes or ended. */
export type SweepState =
  /** Somebody cancelled it; no gap changed. */
  | 'CANCELLED'
  /** Both sides were read completely; the gaps are those of that moment. */
  | 'COMPLETE'
  /** One side could not be read completely; no gap changed. */
  | 'INCOMPLETE'
  /** It runs. */
  | 'RUNNING';

/** What started a comparison. */
export type SweepTrigger =
  /** A person or tool. */
  | 'REQUEST'
  /** The schedule. */
  | 'SCHEDULE';

export type Tag = {
  __typename?: 'Tag';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

export type VideoFile = {
  __typename?: 'VideoFile';
  duration: Scalars['Float']['output'];
  fingerprints: Array<Fingerprint>;
  height: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  mod_time: Scalars['Time']['output'];
  path: Scalars['String']['output'];
  size: Scalars['Int64']['output'];
  updated_at: Scalars['Time']['output'];
  width: Scalars['Int']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BreakerState: BreakerState;
  Catalog: ResolverTypeWrapper<Catalog>;
  CatalogState: CatalogState;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Fingerprint: ResolverTypeWrapper<Fingerprint>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Gap: ResolverTypeWrapper<GapModel>;
  GapConnection: ResolverTypeWrapper<GapPage>;
  GapEdge: ResolverTypeWrapper<Omit<GapEdge, 'node'> & { node: ResolversTypes['Gap'] }>;
  GapFilter: GapFilter;
  GapKind: GapKind;
  GapKindCount: ResolverTypeWrapper<GapKindCount>;
  GapOrder: GapOrder;
  GapOrderField: GapOrderField;
  GapReason: GapReason;
  GapReasonCount: ResolverTypeWrapper<GapReasonCount>;
  GapSource: GapSource;
  GapState: GapState;
  GapStateCount: ResolverTypeWrapper<GapStateCount>;
  Group: ResolverTypeWrapper<Group>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Int64: ResolverTypeWrapper<Scalars['Int64']['output']>;
  MatchCandidate: ResolverTypeWrapper<MatchCandidate>;
  MatchExplanation: ResolverTypeWrapper<MatchExplanationModel>;
  MatchOutcomeKind: MatchOutcomeKind;
  MatchStep: ResolverTypeWrapper<MatchStep>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OrderDirection: OrderDirection;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PathRule: ResolverTypeWrapper<PathRule>;
  PathTrace: ResolverTypeWrapper<PathTrace>;
  PathTraceStep: ResolverTypeWrapper<PathTraceStep>;
  Performer: ResolverTypeWrapper<Performer>;
  Problem: ResolverTypeWrapper<Problem>;
  ProblemSeverity: ProblemSeverity;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecentMatch: ResolverTypeWrapper<MatchExplanationModel>;
  RecentMatchConnection: ResolverTypeWrapper<Omit<RecentMatchConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RecentMatchEdge']>, nodes: Array<ResolversTypes['RecentMatch']> }>;
  RecentMatchEdge: ResolverTypeWrapper<Omit<RecentMatchEdge, 'node'> & { node: ResolversTypes['RecentMatch'] }>;
  RefreshMode: RefreshMode;
  RoundTrip: ResolverTypeWrapper<RoundTrip>;
  Scene: ResolverTypeWrapper<RawScene>;
  SceneGroup: ResolverTypeWrapper<SceneGroup>;
  Side: Side;
  StashID: ResolverTypeWrapper<StashId>;
  StashStatus: ResolverTypeWrapper<StashStatus>;
  Status: ResolverTypeWrapper<ApiDependencies>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Studio: ResolverTypeWrapper<Studio>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Suppression: ResolverTypeWrapper<Suppression>;
  Sweep: ResolverTypeWrapper<SweepModel>;
  SweepConnection: ResolverTypeWrapper<SweepPage>;
  SweepEdge: ResolverTypeWrapper<Omit<SweepEdge, 'node'> & { node: ResolversTypes['Sweep'] }>;
  SweepPhase: SweepPhase;
  SweepState: SweepState;
  SweepTrigger: SweepTrigger;
  Tag: ResolverTypeWrapper<Tag>;
  Time: ResolverTypeWrapper<Scalars['Time']['output']>;
  VideoFile: ResolverTypeWrapper<VideoFile>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Boolean: Scalars['Boolean']['output'];
  Catalog: Catalog;
  DateTime: Scalars['DateTime']['output'];
  Fingerprint: Fingerprint;
  Float: Scalars['Float']['output'];
  Gap: GapModel;
  GapConnection: GapPage;
  GapEdge: Omit<GapEdge, 'node'> & { node: ResolversParentTypes['Gap'] };
  GapFilter: GapFilter;
  GapKindCount: GapKindCount;
  GapOrder: GapOrder;
  GapReasonCount: GapReasonCount;
  GapStateCount: GapStateCount;
  Group: Group;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Int64: Scalars['Int64']['output'];
  MatchCandidate: MatchCandidate;
  MatchExplanation: MatchExplanationModel;
  MatchStep: MatchStep;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PathRule: PathRule;
  PathTrace: PathTrace;
  PathTraceStep: PathTraceStep;
  Performer: Performer;
  Problem: Problem;
  Query: Record<PropertyKey, never>;
  RecentMatch: MatchExplanationModel;
  RecentMatchConnection: Omit<RecentMatchConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['RecentMatchEdge']>, nodes: Array<ResolversParentTypes['RecentMatch']> };
  RecentMatchEdge: Omit<RecentMatchEdge, 'node'> & { node: ResolversParentTypes['RecentMatch'] };
  RoundTrip: RoundTrip;
  Scene: RawScene;
  SceneGroup: SceneGroup;
  StashID: StashId;
  StashStatus: StashStatus;
  Status: ApiDependencies;
  String: Scalars['String']['output'];
  Studio: Studio;
  Subscription: Record<PropertyKey, never>;
  Suppression: Suppression;
  Sweep: SweepModel;
  SweepConnection: SweepPage;
  SweepEdge: Omit<SweepEdge, 'node'> & { node: ResolversParentTypes['Sweep'] };
  Tag: Tag;
  Time: Scalars['Time']['output'];
  VideoFile: VideoFile;
};

export type CatalogResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Catalog'] = ResolversParentTypes['Catalog']> = {
  completeAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expectedScenes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  files?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pulledScenes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scenes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CatalogState'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type FingerprintResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Fingerprint'] = ResolversParentTypes['Fingerprint']> = {
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GapResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Gap'] = ResolversParentTypes['Gap']> = {
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  foundBy?: Resolver<ResolversTypes['GapSource'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GapKind'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  nextStep?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plexLibrary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plexPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plexRatingKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['GapReason'], ParentType, ContextType>;
  scene?: Resolver<Maybe<ResolversTypes['Scene']>, ParentType, ContextType>;
  sceneId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  stashPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['GapState'], ParentType, ContextType>;
  suppression?: Resolver<Maybe<ResolversTypes['Suppression']>, ParentType, ContextType>;
};

export type GapConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['GapConnection'] = ResolversParentTypes['GapConnection']> = {
  countsByKind?: Resolver<Array<ResolversTypes['GapKindCount']>, ParentType, ContextType>;
  countsByReason?: Resolver<Array<ResolversTypes['GapReasonCount']>, ParentType, ContextType>;
  countsByState?: Resolver<Array<ResolversTypes['GapStateCount']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['GapEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Gap']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GapEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['GapEdge'] = ResolversParentTypes['GapEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Gap'], ParentType, ContextType>;
};

export type GapKindCountResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['GapKindCount'] = ResolversParentTypes['GapKindCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GapKind'], ParentType, ContextType>;
};

export type GapReasonCountResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['GapReasonCount'] = ResolversParentTypes['GapReasonCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['GapReason'], ParentType, ContextType>;
};

export type GapStateCountResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['GapStateCount'] = ResolversParentTypes['GapStateCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['GapState'], ParentType, ContextType>;
};

export type GroupResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface Int64ScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Int64'], any> {
  name: 'Int64';
}

export type MatchCandidateResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['MatchCandidate'] = ResolversParentTypes['MatchCandidate']> = {
  certain?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sceneId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  strategy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatchExplanationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['MatchExplanation'] = ResolversParentTypes['MatchExplanation']> = {
  candidates?: Resolver<Array<ResolversTypes['MatchCandidate']>, ParentType, ContextType>;
  fileName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manual?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['MatchOutcomeKind'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scene?: Resolver<Maybe<ResolversTypes['Scene']>, ParentType, ContextType>;
  sceneId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['MatchStep']>, ParentType, ContextType>;
  strategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tookMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MatchStepResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['MatchStep'] = ResolversParentTypes['MatchStep']> = {
  finding?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  strategy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tried?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelSweep?: Resolver<Maybe<ResolversTypes['Sweep']>, ParentType, ContextType>;
  refreshCatalog?: Resolver<ResolversTypes['Catalog'], ParentType, ContextType, RequireFields<MutationRefreshCatalogArgs, 'mode'>>;
  reopenGap?: Resolver<ResolversTypes['Gap'], ParentType, ContextType, RequireFields<MutationReopenGapArgs, 'id'>>;
  startSweep?: Resolver<ResolversTypes['Sweep'], ParentType, ContextType>;
  suppressGap?: Resolver<ResolversTypes['Gap'], ParentType, ContextType, RequireFields<MutationSuppressGapArgs, 'id' | 'reason'>>;
};

export type PageInfoResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PathRuleResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PathRule'] = ResolversParentTypes['PathRule']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hitsToPlex?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hitsToStash?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastHitAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  roundTrip?: Resolver<Maybe<ResolversTypes['RoundTrip']>, ParentType, ContextType>;
};

export type PathTraceResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PathTrace'] = ResolversParentTypes['PathTrace']> = {
  back?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Side'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['PathTraceStep']>, ParentType, ContextType>;
};

export type PathTraceStepResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PathTraceStep'] = ResolversParentTypes['PathTraceStep']> = {
  finding?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PerformerResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Performer'] = ResolversParentTypes['Performer']> = {
  disambiguation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  image_path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProblemResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextStep?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ProblemSeverity'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  catalog?: Resolver<ResolversTypes['Catalog'], ParentType, ContextType>;
  explainMatch?: Resolver<ResolversTypes['MatchExplanation'], ParentType, ContextType, RequireFields<QueryExplainMatchArgs, 'fileName' | 'manual'>>;
  gap?: Resolver<Maybe<ResolversTypes['Gap']>, ParentType, ContextType, RequireFields<QueryGapArgs, 'id'>>;
  gaps?: Resolver<ResolversTypes['GapConnection'], ParentType, ContextType, RequireFields<QueryGapsArgs, 'first'>>;
  mapPath?: Resolver<ResolversTypes['PathTrace'], ParentType, ContextType, RequireFields<QueryMapPathArgs, 'from' | 'path'>>;
  pathRules?: Resolver<Array<ResolversTypes['PathRule']>, ParentType, ContextType>;
  recentMatches?: Resolver<ResolversTypes['RecentMatchConnection'], ParentType, ContextType, RequireFields<QueryRecentMatchesArgs, 'first'>>;
  scene?: Resolver<Maybe<ResolversTypes['Scene']>, ParentType, ContextType, RequireFields<QuerySceneArgs, 'id'>>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  sweeps?: Resolver<ResolversTypes['SweepConnection'], ParentType, ContextType, RequireFields<QuerySweepsArgs, 'first'>>;
};

export type RecentMatchResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RecentMatch'] = ResolversParentTypes['RecentMatch']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['MatchExplanation'], ParentType, ContextType>;
  scene?: Resolver<Maybe<ResolversTypes['Scene']>, ParentType, ContextType>;
  sceneId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type RecentMatchConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RecentMatchConnection'] = ResolversParentTypes['RecentMatchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RecentMatchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['RecentMatch']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecentMatchEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RecentMatchEdge'] = ResolversParentTypes['RecentMatchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RecentMatch'], ParentType, ContextType>;
};

export type RoundTripResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['RoundTrip'] = ResolversParentTypes['RoundTrip']> = {
  covered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shadowedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SceneResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Scene'] = ResolversParentTypes['Scene']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  created_at?: Resolver<ResolversTypes['Time'], ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  director?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  files?: Resolver<Array<ResolversTypes['VideoFile']>, ParentType, ContextType>;
  groups?: Resolver<Array<ResolversTypes['SceneGroup']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organized?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  performers?: Resolver<Array<ResolversTypes['Performer']>, ParentType, ContextType>;
  stash_ids?: Resolver<Array<ResolversTypes['StashID']>, ParentType, ContextType>;
  studio?: Resolver<Maybe<ResolversTypes['Studio']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['Tag']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updated_at?: Resolver<ResolversTypes['Time'], ParentType, ContextType>;
};

export type SceneGroupResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SceneGroup'] = ResolversParentTypes['SceneGroup']> = {
  group?: Resolver<ResolversTypes['Group'], ParentType, ContextType>;
  scene_index?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StashIdResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StashID'] = ResolversParentTypes['StashID']> = {
  endpoint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stash_id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StashStatusResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StashStatus'] = ResolversParentTypes['StashStatus']> = {
  breaker?: Resolver<ResolversTypes['BreakerState'], ParentType, ContextType>;
  breakerSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StatusResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Status'] = ResolversParentTypes['Status']> = {
  catalog?: Resolver<ResolversTypes['Catalog'], ParentType, ContextType>;
  nextSweepAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  openGaps?: Resolver<Array<ResolversTypes['GapKindCount']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
  runningSweep?: Resolver<Maybe<ResolversTypes['Sweep']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stash?: Resolver<ResolversTypes['StashStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StudioResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Studio'] = ResolversParentTypes['Studio']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent_studio?: Resolver<Maybe<ResolversTypes['Studio']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  gapChanged?: SubscriptionResolver<ResolversTypes['Gap'], "gapChanged", ParentType, ContextType, Partial<SubscriptionGapChangedArgs>>;
  sweepProgress?: SubscriptionResolver<ResolversTypes['Sweep'], "sweepProgress", ParentType, ContextType>;
};

export type SuppressionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Suppression'] = ResolversParentTypes['Suppression']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SweepResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Sweep'] = ResolversParentTypes['Sweep']> = {
  closed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incompleteReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['SweepPhase']>, ParentType, ContextType>;
  plexItems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plexItemsExpected?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stashFiles?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SweepState'], ParentType, ContextType>;
  trigger?: Resolver<ResolversTypes['SweepTrigger'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SweepConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SweepConnection'] = ResolversParentTypes['SweepConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SweepEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Sweep']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SweepEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SweepEdge'] = ResolversParentTypes['SweepEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Sweep'], ParentType, ContextType>;
};

export type TagResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Tag'] = ResolversParentTypes['Tag']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface TimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Time'], any> {
  name: 'Time';
}

export type VideoFileResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VideoFile'] = ResolversParentTypes['VideoFile']> = {
  duration?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  fingerprints?: Resolver<Array<ResolversTypes['Fingerprint']>, ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mod_time?: Resolver<ResolversTypes['Time'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  updated_at?: Resolver<ResolversTypes['Time'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ApiContext> = {
  Catalog?: CatalogResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Fingerprint?: FingerprintResolvers<ContextType>;
  Gap?: GapResolvers<ContextType>;
  GapConnection?: GapConnectionResolvers<ContextType>;
  GapEdge?: GapEdgeResolvers<ContextType>;
  GapKindCount?: GapKindCountResolvers<ContextType>;
  GapReasonCount?: GapReasonCountResolvers<ContextType>;
  GapStateCount?: GapStateCountResolvers<ContextType>;
  Group?: GroupResolvers<ContextType>;
  Int64?: GraphQLScalarType;
  MatchCandidate?: MatchCandidateResolvers<ContextType>;
  MatchExplanation?: MatchExplanationResolvers<ContextType>;
  MatchStep?: MatchStepResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PathRule?: PathRuleResolvers<ContextType>;
  PathTrace?: PathTraceResolvers<ContextType>;
  PathTraceStep?: PathTraceStepResolvers<ContextType>;
  Performer?: PerformerResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecentMatch?: RecentMatchResolvers<ContextType>;
  RecentMatchConnection?: RecentMatchConnectionResolvers<ContextType>;
  RecentMatchEdge?: RecentMatchEdgeResolvers<ContextType>;
  RoundTrip?: RoundTripResolvers<ContextType>;
  Scene?: SceneResolvers<ContextType>;
  SceneGroup?: SceneGroupResolvers<ContextType>;
  StashID?: StashIdResolvers<ContextType>;
  StashStatus?: StashStatusResolvers<ContextType>;
  Status?: StatusResolvers<ContextType>;
  Studio?: StudioResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Suppression?: SuppressionResolvers<ContextType>;
  Sweep?: SweepResolvers<ContextType>;
  SweepConnection?: SweepConnectionResolvers<ContextType>;
  SweepEdge?: SweepEdgeResolvers<ContextType>;
  Tag?: TagResolvers<ContextType>;
  Time?: GraphQLScalarType;
  VideoFile?: VideoFileResolvers<ContextType>;
};

