import type { CompiledRule } from './compile-rules.ts';
import { compileRules, findRewrite } from './compile-rules.ts';
import { SAME_PATHS } from './create-path-mapper.ts';
import { describeRule } from './describe-rule.ts';
import type { RuleHit } from './directed-rules.ts';
import { DirectedRules } from './directed-rules.ts';
import { explainMiss } from './explain-miss.ts';
import { PathForm } from './path-form.ts';
import type { PathDirection, PathRule } from './path-rule.ts';
import { coversDirection } from './path-rule.ts';
import { isSameFile } from './round-trip-verdict.ts';

/** Everything that the rules make of one path, for people. */
export interface PathTrace {
  readonly direction: PathDirection;
  readonly path: string;
  /** The form that was compared. */
  readonly comparable: string;
  /** One step for every rule, in their order. */
  readonly steps: readonly TraceStep[];
  /** What the first rule that matched made of it. */
  readonly result:
    { readonly kind: 'MAPPED'; readonly path: string; readonly rule: string } | { readonly kind: 'UNMAPPED' };
  readonly roundTrip: TracedRoundTrip;
}

export interface TraceStep {
  readonly rule: string;
  readonly description: string;
  readonly outcome: StepOutcome;
}

/** `PRODUCED` with `wins: false` means that an earlier rule had already won. `groups` holds what named groups took. */
export type StepOutcome =
  | {
      readonly kind: 'PRODUCED';
      readonly path: string;
      readonly groups: Readonly<Record<string, string>>;
      readonly wins: boolean;
    }
  | { readonly kind: 'NOT_MATCHED'; readonly why: string }
  | { readonly kind: 'NO_DIRECTION'; readonly why: string };

/** Whether the produced path leads back. `NOT_EXPECTED`: the rule that won has no way back, and says so. */
export type TracedRoundTrip =
  | { readonly kind: 'SURVIVED'; readonly path: string; readonly rule: string }
  | { readonly kind: 'CHANGED'; readonly path: string; readonly rule: string }
  | { readonly kind: 'LOST' }
  | { readonly kind: 'NOT_EXPECTED'; readonly rule: string }
  | { readonly kind: 'NOT_TRIED' };

/** Shows every rule at work on one path, which of them wins, and the way back. Throws `InvalidPathRuleError`. */
export function tracePath(rules: readonly PathRule[], path: string, direction: PathDirection): PathTrace {
  const form = new PathForm(path);
  const head = { direction, path, comparable: form.comparable };
  if (rules.length === 0) return { ...head, steps: [], ...traceSamePath(path) };
  const compiled = compileRules(rules);
  const directed = new DirectedRules(compiled, direction);
  const [winner] = directed.listMatching(form);
  const steps = compiled.map((rule, index) => traceStep(rule, form, direction, index === winner));
  const hit = winner === undefined ? undefined : directed.get(winner, form);
  const result = hit ? toMapped(hit) : ({ kind: 'UNMAPPED' } as const);
  return { ...head, steps, result, roundTrip: traceBack(compiled, path, direction, hit) };
}

function traceBack(
  compiled: readonly CompiledRule[],
  path: string,
  direction: PathDirection,
  hit: RuleHit | undefined,
): TracedRoundTrip {
  if (hit === undefined) return { kind: 'NOT_TRIED' };
  const opposite = direction === 'TO_STASH' ? 'TO_PLEX' : 'TO_STASH';
  if (!coversDirection(hit.rule, opposite)) return { kind: 'NOT_EXPECTED', rule: hit.rule.name };
  const back = new DirectedRules(compiled, opposite).find(new PathForm(hit.path));
  if (back === undefined) return { kind: 'LOST' };
  const kind = isSameFile(path, back.path, [hit.rule, back.rule]) ? 'SURVIVED' : 'CHANGED';
  return { kind, path: back.path, rule: back.rule.name };
}

function toMapped(hit: RuleHit) {
  return { kind: 'MAPPED', path: hit.path, rule: hit.rule.name } as const;
}

function traceSamePath(path: string): Pick<PathTrace, 'result' | 'roundTrip'> {
  const same = { path, rule: SAME_PATHS };
  return { result: { kind: 'MAPPED', ...same }, roundTrip: { kind: 'SURVIVED', ...same } };
}

function traceStep(
  compiled: CompiledRule,
  form: PathForm,
  direction: PathDirection,
  wins: boolean,
): TraceStep {
  const { name } = compiled.rule;
  const outcome = toOutcome(compiled, form, direction, wins);
  return { rule: name, description: describeRule(compiled.rule), outcome };
}

function toOutcome(
  compiled: CompiledRule,
  form: PathForm,
  direction: PathDirection,
  wins: boolean,
): StepOutcome {
  const rewrite = findRewrite(compiled, direction);
  const key = direction === 'TO_STASH' ? 'toStash' : 'toPlex';
  if (rewrite === undefined) return { kind: 'NO_DIRECTION', why: `the rule says ${key}: none` };
  if (!rewrite.matches(form))
    return { kind: 'NOT_MATCHED', why: explainMiss(rewrite, form, compiled.rule.ignoreCase) };
  const groups = rewrite.kind === 'REGEX' ? Object.fromEntries(rewrite.listGroups(form)) : {};
  return { kind: 'PRODUCED', path: rewrite.toPath(form), groups, wins };
}
