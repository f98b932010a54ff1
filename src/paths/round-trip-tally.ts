import type { StashPath } from '../model/file-paths.ts';
import { compileRules } from './compile-rules.ts';
import type { RuleHit } from './directed-rules.ts';
import { DirectedRules } from './directed-rules.ts';
import { FolderCounts } from './folder-counts.ts';
import type { FolderCount } from './folder-counts.ts';
import { listOneWayFolders } from './one-way-folders.ts';
import { PathForm } from './path-form.ts';
import type { PathRule } from './path-rule.ts';
import { isInside } from './prefix-rewrite.ts';
import { isSameFile } from './round-trip-verdict.ts';
import type { RuleCoverage } from './rule-coverage.ts';
import { RuleCounts } from './rule-coverage.ts';

export interface RoundTripOptions {
  /** How many examples of each kind the report holds; 5 unless told. */
  readonly maxExamples?: number;
  /** How many folders of uncovered paths the report holds; 10 unless told. */
  readonly maxFolders?: number;
}

/** What became of real Stash paths: `total` = `covered` + `oneWay` + `uncovered`, `covered` = `survived` + `failed`. */
export interface RoundTripReport {
  readonly total: number;
  readonly covered: number;
  readonly survived: number;
  readonly failed: number;
  /** No rule leads to Plex, but one with `toPlex: none` writes into the folder they are in. Nothing is wrong with them. */
  readonly oneWay: number;
  readonly uncovered: number;
  readonly survivedExamples: readonly RoundTrip[];
  readonly failedExamples: readonly RoundTrip[];
  readonly uncoveredExamples: readonly StashPath[];
  /** Where the uncovered paths lie, the fullest folders first. */
  readonly uncoveredFolders: readonly FolderCount[];
  /** One entry for every rule, in their order. */
  readonly rules: readonly RuleCoverage[];
  /** Rules whose every match an earlier rule takes, with the rule that takes most of them. */
  readonly shadowed: readonly { readonly rule: string; readonly by: string }[];
  /** Rules with a way to Plex that not one of the paths reaches. */
  readonly idle: readonly string[];
}

/** One path on its way there and back; without `back` no rule covers the Plex path. */
export interface RoundTrip {
  readonly stash: StashPath;
  readonly plex: string;
  readonly rule: string;
  readonly back?: { readonly path: string; readonly rule: string };
}

/** Counts round trips path by path, so that a caller can feed a million of them in portions. */
export class RoundTripTally {
  readonly #rules: readonly PathRule[];
  readonly #toPlex: DirectedRules;
  readonly #toStash: DirectedRules;
  readonly #oneWayFolders: readonly string[];
  readonly #counts: RuleCounts;
  readonly #folders = new FolderCounts();
  readonly #maxExamples: number;
  readonly #maxFolders: number;
  readonly #survivedExamples: RoundTrip[] = [];
  readonly #failedExamples: RoundTrip[] = [];
  readonly #uncoveredExamples: StashPath[] = [];
  #survived = 0;
  #failed = 0;
  #oneWay = 0;
  #uncovered = 0;

  /** Throws `InvalidPathRuleError` for rules that `parsePathRules` did not pass. */
  constructor(rules: readonly PathRule[], { maxExamples = 5, maxFolders = 10 }: RoundTripOptions = {}) {
    const compiled = compileRules(rules);
    this.#rules = rules;
    this.#toPlex = new DirectedRules(compiled, 'TO_PLEX');
    this.#toStash = new DirectedRules(compiled, 'TO_STASH');
    this.#oneWayFolders = listOneWayFolders(compiled);
    this.#counts = new RuleCounts(rules);
    this.#maxExamples = maxExamples;
    this.#maxFolders = maxFolders;
  }

  /** Takes one path to Plex and back. Without rules every path stands for itself and survives. */
  add(path: StashPath): void {
    if (this.#rules.length === 0) {
      this.#survived += 1;
      return;
    }
    const form = new PathForm(path);
    const matching = this.#toPlex.listMatching(form);
    this.#counts.recordMatches(matching);
    const [winner] = matching;
    if (winner === undefined) this.#recordUncovered(path, form);
    else this.#recordTrip(path, this.#toPlex.get(winner, form));
  }

  toReport(): RoundTripReport {
    const covered = this.#survived + this.#failed;
    return {
      total: covered + this.#oneWay + this.#uncovered,
      covered,
      survived: this.#survived,
      failed: this.#failed,
      oneWay: this.#oneWay,
      uncovered: this.#uncovered,
      survivedExamples: [...this.#survivedExamples],
      failedExamples: [...this.#failedExamples],
      uncoveredExamples: [...this.#uncoveredExamples],
      uncoveredFolders: this.#folders.list(this.#maxFolders),
      ...this.#counts.toCoverage(),
    };
  }

  #recordTrip(stash: StashPath, there: RuleHit): void {
    const back = this.#toStash.find(new PathForm(there.path));
    const trip = { stash, plex: there.path, rule: there.rule.name };
    if (back === undefined) {
      this.#recordFailure(trip);
      return;
    }
    this.#counts.recordReturn(back.rule);
    const whole = { ...trip, back: { path: back.path, rule: back.rule.name } };
    if (isSameFile(stash, back.path, [there.rule, back.rule])) this.#recordSurvival(whole);
    else this.#recordFailure(whole);
  }

  #recordSurvival(trip: RoundTrip): void {
    this.#survived += 1;
    if (this.#survivedExamples.length < this.#maxExamples) this.#survivedExamples.push(trip);
  }

  #recordFailure(trip: RoundTrip): void {
    this.#failed += 1;
    if (this.#failedExamples.length < this.#maxExamples) this.#failedExamples.push(trip);
  }

  #recordUncovered(path: StashPath, form: PathForm): void {
    if (this.#oneWayFolders.some((folder) => isInside(folder, form.comparable))) {
      this.#oneWay += 1;
      return;
    }
    this.#uncovered += 1;
    this.#folders.add(path);
    if (this.#uncoveredExamples.length < this.#maxExamples) this.#uncoveredExamples.push(path);
  }
}
