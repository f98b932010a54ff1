import type { Combination } from './plan-combinations.ts';
import type { JudgedScanResult } from './judged-scan.ts';
import type { MemoryCourse } from './watch-scan.ts';

/** Everything that one scan under load showed. */
export interface CombinationResult {
  readonly combination: Combination;
  readonly scan: JudgedScanResult;
  readonly stash: {
    readonly requests: number;
    readonly errorsGiven: number;
    /** The most requests at any one time, as Stash saw them. */
    readonly maxInFlight: number;
    readonly limit: number;
  };
  /** How often a scene was read for Plex, by where it came from. */
  readonly readings: Readonly<Record<string, number>>;
  readonly breakerOpenings: number;
  readonly memory: MemoryCourse;
}
