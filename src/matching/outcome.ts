import type { SceneId } from '../model/ids.ts';
import type { UnknownCause } from '../model/unknown-cause.ts';

/** The strategies of matching, by the names that logs, metrics, the API and the docs use. */
export type StrategyName = 'GUID' | 'PATH' | 'SUFFIX' | 'FILE_NAME' | 'NAME_FACTS';

/** Why a file was not matched although everything could be known. */
export type MissReason =
  | 'NOT_IN_STASH'
  | 'NO_RULE_COVERS_PATH'
  | 'NAME_NOT_DISTINCTIVE'
  | 'POLICY_FORBIDS'
  | 'ADULT_NOT_REQUESTED'
  | 'NO_FILE_NAME'
  | 'TYPE_NOT_SERVED';

/** One scene that a strategy found. */
export interface Candidate {
  readonly sceneId: SceneId;
  readonly strategy: StrategyName;
  /** True when the strategy alone settles it under the match policy in force. */
  readonly certain: boolean;
  /** 0 to 1, for ranking in manual mode only. */
  readonly score: number;
}

export type MatchOutcome =
  | { readonly kind: 'MATCHED'; readonly sceneId: SceneId; readonly strategy: StrategyName }
  | { readonly kind: 'CANDIDATES'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'AMBIGUOUS'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'MISSED'; readonly reason: MissReason }
  | { readonly kind: 'UNKNOWN'; readonly cause: UnknownCause };
