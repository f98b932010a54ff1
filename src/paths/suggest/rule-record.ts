import type { PathRule } from '../path-rule.ts';
import type { TargetVerdict } from './judge-target.ts';
import type { PairStrength } from './pair-strength.ts';

const MOST_EXAMPLES = 3;

/** A file as both sides name it. */
export interface PathExample {
  readonly plex: string;
  readonly stash: string;
}

/** What one rule did with all files. */
export class RuleRecord {
  readonly rule: PathRule;
  readonly toStash = toCounts();
  readonly toPlex = toCounts();
  readonly examples: PathExample[] = [];
  /** Plex files whose way to Stash leads back to them. */
  roundTrips = 0;
  /** Plex files that were led to their certain partner by evidence that stands by itself. */
  certain = 0;
  /** Plex paths that went wrong. */
  readonly wrongPlexPaths: string[] = [];

  constructor(rule: PathRule) {
    this.rule = rule;
  }

  recordToStash(verdict: TargetVerdict, plex: string, stash: string, strength?: PairStrength): void {
    this.toStash[verdict] += 1;
    if (verdict === 'RIGHT' && strength === 'CERTAIN') this.certain += 1;
    if (verdict === 'RIGHT') this.#addExample({ plex, stash });
    if (verdict === 'WRONG' || verdict === 'OTHER_SIZE') this.wrongPlexPaths.push(plex);
  }

  recordToPlex(verdict: TargetVerdict, stash: string, plex: string): void {
    this.toPlex[verdict] += 1;
    if (verdict === 'RIGHT') this.#addExample({ plex, stash });
  }

  recordReturn(returned: boolean): void {
    if (returned) this.roundTrips += 1;
  }

  #addExample(example: PathExample): void {
    if (this.examples.length >= MOST_EXAMPLES) return;
    if (this.examples.every(({ stash }) => stash !== example.stash)) this.examples.push(example);
  }
}

function toCounts(): Record<TargetVerdict, number> {
  return { RIGHT: 0, PLAUSIBLE: 0, NOWHERE: 0, OTHER_SIZE: 0, WRONG: 0 };
}
