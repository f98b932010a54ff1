import type { PathDirection, PathRule, RegexRewrite, RegexRule } from './path-rule.ts';
import type { PrefixRewrite } from './prefix-rewrite.ts';
import { createPrefixRewrite } from './prefix-rewrite.ts';
import type { CompiledRewrite } from './regex-rewrite.ts';
import { compileRewrite } from './regex-rewrite.ts';

/** A rule ready to run; a direction that it says nothing about is undefined. */
export interface CompiledRule {
  readonly rule: PathRule;
  readonly toStash: DirectedRewrite | undefined;
  readonly toPlex: DirectedRewrite | undefined;
}

/** One direction of one rule. */
export type DirectedRewrite = PrefixRewrite | CompiledRewrite;

/** A rule reached the engine that `parsePathRules` would have refused. */
export class InvalidPathRuleError extends Error {
  override readonly name = 'InvalidPathRuleError';
}

/** Makes rules ready to run, in their order; throws {@link InvalidPathRuleError} for rules that were never parsed. */
export function compileRules(rules: readonly PathRule[]): CompiledRule[] {
  return rules.map((rule) => {
    const problems: string[] = [];
    const compiled = compileRule(rule, problems);
    if (problems.length === 0) return compiled;
    throw new InvalidPathRuleError(
      `expected a usable path rule "${rule.name}", but got: ${problems.join('; ')}`,
    );
  });
}

/** What keeps a rule from running, each problem naming the direction and the key; empty when nothing does. */
export function listRuleProblems(rule: PathRule): string[] {
  const problems: string[] = [];
  compileRule(rule, problems);
  return problems;
}

/** The rewrite of one direction, if the rule has it. */
export function findRewrite(compiled: CompiledRule, direction: PathDirection): DirectedRewrite | undefined {
  return direction === 'TO_STASH' ? compiled.toStash : compiled.toPlex;
}

function compileRule(rule: PathRule, problems: string[]): CompiledRule {
  if (rule.kind === 'REGEX') return compileRegexRule(rule, problems);
  return {
    rule,
    toStash: createPrefixRewrite(rule.plex, rule.stash, rule.ignoreCase),
    toPlex: createPrefixRewrite(rule.stash, rule.plex, rule.ignoreCase),
  };
}

function compileRegexRule(rule: RegexRule, problems: string[]): CompiledRule {
  const compile = (key: 'toStash' | 'toPlex', rewrite: RegexRewrite | 'none') => {
    if (rewrite === 'none') return undefined;
    const reading = compileRewrite(rewrite, rule.ignoreCase);
    if (reading.ok) return reading.rewrite;
    problems.push(...reading.problems.map((problem) => `${key}.${problem}`));
    return undefined;
  };
  return { rule, toStash: compile('toStash', rule.toStash), toPlex: compile('toPlex', rule.toPlex) };
}
