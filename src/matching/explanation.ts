import type { MatchOutcome, StrategyName } from './outcome.ts';

/** One step of a match, told so that a person can follow it. */
export interface ExplainedStep {
  readonly strategy: StrategyName | 'FORMS' | 'PATHS' | 'LIVE_LOOKUP' | 'POLICY';
  /** What it found, one sentence. */
  readonly finding: string;
  /** What it tried: paths, suffixes, words. */
  readonly tried: readonly string[];
}

/** A whole decision: what PMS asked, what each strategy found, and why the outcome is what it is. */
export interface MatchExplanation {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly fileName?: string;
  readonly title?: string;
  readonly manual: boolean;
  readonly outcome: MatchOutcome;
  readonly steps: readonly ExplainedStep[];
  readonly tookMs: number;
}
