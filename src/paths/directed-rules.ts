import { RE2Set } from 're2js';
import { PATTERN_FLAGS } from './compile-pattern.ts';
import type { CompiledRule, DirectedRewrite } from './compile-rules.ts';
import { findRewrite } from './compile-rules.ts';
import type { PathForm } from './path-form.ts';
import type { PathDirection, PathRule } from './path-rule.ts';
import type { PrefixRewrite } from './prefix-rewrite.ts';

/** A rule of the list and what it made of a path. */
export interface RuleHit {
  readonly rule: PathRule;
  readonly path: string;
}

/**
 * One direction of the whole rule list.
 *
 * All patterns run at once as one automaton that says which of them match; only the winner captures its groups.
 * That is what keeps twenty patterns as cheap as one.
 */
export class DirectedRules {
  readonly #compiled: readonly CompiledRule[];
  readonly #rewrites: readonly (DirectedRewrite | undefined)[];
  readonly #prefixes: readonly { readonly index: number; readonly rewrite: PrefixRewrite }[];
  readonly #patternIndexes: readonly number[];
  readonly #patterns = new RE2Set(RE2Set.ANCHOR_BOTH, PATTERN_FLAGS);

  constructor(compiled: readonly CompiledRule[], direction: PathDirection) {
    this.#compiled = compiled;
    this.#rewrites = compiled.map((rule) => findRewrite(rule, direction));
    this.#prefixes = this.#rewrites.flatMap((rewrite, index) =>
      rewrite?.kind === 'PREFIX' ? [{ index, rewrite }] : [],
    );
    this.#patternIndexes = this.#addPatterns();
  }

  /** The places, in order, of all rules that match. */
  listMatching(form: PathForm): readonly number[] {
    const byPattern = this.#listMatchingPatterns(form);
    const byPrefix = this.#prefixes.filter(({ rewrite }) => rewrite.matches(form)).map(({ index }) => index);
    return [...byPattern, ...byPrefix].sort((a, b) => a - b);
  }

  /** What the first rule that matches makes of the path. */
  find(form: PathForm): RuleHit | undefined {
    const [first] = this.listMatching(form);
    return first === undefined ? undefined : this.get(first, form);
  }

  /** What the rule at a place makes of a path that it matches. */
  get(index: number, form: PathForm): RuleHit {
    const [compiled, rewrite] = [this.#compiled[index], this.#rewrites[index]];
    if (compiled === undefined || rewrite === undefined)
      throw new RangeError(`expected the place of a rule with this direction, but got: ${index}`);
    return { rule: compiled.rule, path: rewrite.toPath(form) };
  }

  #addPatterns(): number[] {
    return this.#rewrites.flatMap((rewrite, index) => {
      if (rewrite?.kind !== 'REGEX') return [];
      this.#patterns.add(rewrite.pattern.source);
      return [index];
    });
  }

  #listMatchingPatterns(form: PathForm): number[] {
    if (this.#patternIndexes.length === 0) return [];
    return this.#patterns.match(form.comparable).flatMap((found) => this.#patternIndexes[found] ?? []);
  }
}
