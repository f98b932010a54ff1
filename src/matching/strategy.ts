import type { SceneId } from '../model/ids.ts';
import type { CatalogIndex } from './catalog-index.ts';
import type { MatchPolicy } from './match-policy.ts';
import type { MatchRequest } from './match-request.ts';
import type { StrategyName } from './outcome.ts';
import type { Proof } from './proof.ts';

/** What a strategy may look at. */
export interface StrategyContext {
  readonly request: MatchRequest;
  readonly catalog: CatalogIndex;
  readonly policy: MatchPolicy;
  readonly proof: Proof;
  /** The scene that the request's own guid names, if it is one of ours. */
  readonly guidScene?: SceneId;
  /** True once Stash itself confirmed `guidScene`. */
  readonly guidConfirmed: boolean;
}

export interface FoundScene {
  readonly sceneId: SceneId;
  /** 0 to 1, comparable between strategies. */
  readonly score: number;
}

/**
 * `UNPROVEN`: would be certain, but others that fit just as well may be in Stash and not in the catalog yet.
 * `TIED`: several scenes fit equally. `NOT_DISTINCTIVE`, `POLICY_FORBIDS`: fits, and must not settle it.
 * `LIKELY`: worth showing to a person.
 */
export type OpenVerdict = 'UNPROVEN' | 'TIED' | 'NOT_DISTINCTIVE' | 'POLICY_FORBIDS' | 'LIKELY';

export type Verdict =
  | { readonly kind: 'CERTAIN'; readonly scene: FoundScene }
  | { readonly kind: OpenVerdict; readonly scenes: readonly FoundScene[] }
  | { readonly kind: 'NOTHING' };

export interface StrategyFinding {
  readonly verdict: Verdict;
  /** What it found, one sentence. */
  readonly finding: string;
  readonly tried: readonly string[];
}

export interface Strategy {
  readonly name: StrategyName;
  /** Answers from the catalog alone; `undefined` when the request gives it nothing to go by. */
  look(context: StrategyContext): StrategyFinding | undefined;
}
