import type { PathRule } from './path-rule.ts';
import { coversDirection } from './path-rule.ts';

/** How often real Stash paths met one rule. */
export interface RuleCoverage {
  readonly rule: string;
  /** Paths that it took to Plex. */
  readonly hits: number;
  /** Paths that it matches, also those that an earlier rule took. */
  readonly matches: number;
  /** Plex paths that it brought back. */
  readonly returns: number;
}

export interface CoverageOfRules {
  readonly rules: readonly RuleCoverage[];
  readonly shadowed: readonly { readonly rule: string; readonly by: string }[];
  readonly idle: readonly string[];
}

interface Counts {
  hits: number;
  matches: number;
  returns: number;
  readonly takenBy: Map<number, number>;
}

/** Who matched, who won and who lost to whom, over many paths. */
export class RuleCounts {
  readonly #rules: readonly PathRule[];
  readonly #counts: readonly Counts[];

  constructor(rules: readonly PathRule[]) {
    this.#rules = rules;
    this.#counts = rules.map(() => ({ hits: 0, matches: 0, returns: 0, takenBy: new Map() }));
  }

  /** Notes the places of all rules that match one path, the winner first. */
  recordMatches(places: readonly number[]): void {
    const [winner] = places;
    for (const place of places) {
      const counts = this.#counts[place];
      if (counts === undefined || winner === undefined) continue;
      counts.matches += 1;
      if (place === winner) counts.hits += 1;
      else counts.takenBy.set(winner, (counts.takenBy.get(winner) ?? 0) + 1);
    }
  }

  /** Notes that a rule brought a path back to Stash. */
  recordReturn(rule: PathRule): void {
    const counts = this.#counts[this.#rules.indexOf(rule)];
    if (counts !== undefined) counts.returns += 1;
  }

  toCoverage(): CoverageOfRules {
    const entries = this.#rules.flatMap((rule, place) => {
      const counts = this.#counts[place];
      return counts === undefined ? [] : [{ rule, counts }];
    });
    return {
      rules: entries.map(({ rule, counts: { hits, matches, returns } }) => ({
        rule: rule.name,
        hits,
        matches,
        returns,
      })),
      shadowed: entries.flatMap(({ rule, counts }) => this.#toShadow(rule, counts) ?? []),
      idle: entries.filter(isIdle).map(({ rule }) => rule.name),
    };
  }

  #toShadow(rule: PathRule, { hits, takenBy }: Counts): { rule: string; by: string } | undefined {
    if (hits > 0) return undefined;
    const [most] = [...takenBy].sort(([, a], [, b]) => b - a);
    const by = most === undefined ? undefined : this.#rules[most[0]];
    return by === undefined ? undefined : { rule: rule.name, by: by.name };
  }
}

/** A rule without a way to Plex cannot be reached from Stash paths, so nothing is said about it. */
function isIdle({ rule, counts }: { rule: PathRule; counts: Counts }): boolean {
  return coversDirection(rule, 'TO_PLEX') && counts.matches === 0;
}
