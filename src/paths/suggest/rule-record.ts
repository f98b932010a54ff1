import { toFoldedPath } from '../normal-form.ts';
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
  /** Of those, the ones of the same size. */
  sized = 0;
  /** Plex files that went wrong: to another file, or nowhere although Stash certainly has them elsewhere. */
  readonly wrongPlexPaths: string[] = [];
  /** Of those, the ones that went nowhere. */
  strays = 0;
  readonly #rightFolders = new Set<string>();
  readonly #unconfirmedPlexPaths: string[] = [];

  constructor(rule: PathRule) {
    this.rule = rule;
  }

  recordToStash(verdict: TargetVerdict, plex: string, stash: string, strength?: PairStrength): void {
    this.toStash[verdict] += 1;
    if (verdict === 'RIGHT' && strength !== 'LIKELY') this.certain += 1;
    if (verdict === 'RIGHT' && strength === 'SIZE') this.sized += 1;
    if (verdict === 'RIGHT' || verdict === 'SAME_SIZE') this.#rightFolders.add(toFolder(plex));
    if (verdict === 'RIGHT') this.#addExample({ plex, stash });
    if (verdict === 'PLAUSIBLE') this.#unconfirmedPlexPaths.push(plex);
    const isStray = verdict === 'NOWHERE' && strength !== undefined;
    if (isStray) this.strays += 1;
    if (isStray || verdict === 'WRONG' || verdict === 'OTHER_SIZE') this.wrongPlexPaths.push(plex);
  }

  /** Plex files that were led to a namesake, in folders in which not one file is certain. */
  listUnconfirmed(): string[] {
    return this.#unconfirmedPlexPaths.filter((path) => !this.#rightFolders.has(toFolder(path)));
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

/** How many files were led to one that is there. */
export function countHits({ RIGHT, SAME_SIZE, PLAUSIBLE }: RuleRecord['toStash']): number {
  return RIGHT + SAME_SIZE + PLAUSIBLE;
}

function toCounts(): Record<TargetVerdict, number> {
  return { RIGHT: 0, SAME_SIZE: 0, PLAUSIBLE: 0, NOWHERE: 0, OTHER_SIZE: 0, WRONG: 0 };
}

function toFolder(path: string): string {
  return toFoldedPath(path).replace(/[^/]*$/, '');
}
