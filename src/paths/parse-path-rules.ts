import { listRuleProblems } from './compile-rules.ts';
import { describeValue } from './describe-value.ts';
import { prefixRuleSchema, regexRuleSchema } from './path-rule-schema.ts';
import type { PathRule } from './path-rule.ts';
import { parseRuleListText } from './parse-rule-list-text.ts';
import { toSchemaProblems } from './to-schema-problems.ts';

/** Rules that can be used, or everything that is wrong with them; each problem names the rule and the key. */
export type PathRulesReading =
  | { readonly ok: true; readonly rules: readonly PathRule[] }
  | { readonly ok: false; readonly problems: string[] };

/** Reads rules as YAML or JSON give them: a list of objects; nothing at all is no rules. Never throws. */
export function parsePathRules(value: unknown): PathRulesReading {
  if (value === undefined || value === null) return { ok: true, rules: [] };
  if (!Array.isArray(value))
    return { ok: false, problems: [`expected a list of path rules, but got: ${describeValue(value)}`] };
  const entries: readonly unknown[] = value;
  const readings = entries.map(parseRule);
  const rules = readings.flatMap(({ rule }) => rule ?? []);
  const problems = [...readings.flatMap(toLabelledProblems), ...listDuplicates(entries)];
  return problems.length === 0 ? { ok: true, rules } : { ok: false, problems };
}

/** Reads rules from text: YAML, JSON, or the short form `/plex/root=>/stash/root; /other=>/x`. Never throws. */
export function parsePathRulesText(text: string): PathRulesReading {
  const list = parseRuleListText(text);
  return list.ok ? parsePathRules(list.value) : list;
}

interface RuleReading {
  readonly label: string;
  readonly rule?: PathRule;
  readonly problems: readonly string[];
}

function parseRule(value: unknown, index: number): RuleReading {
  const name = findName(value);
  const label = `rule ${index + 1}${name === undefined ? '' : ` ${describeValue(name)}`}`;
  const schema = findSchema(value);
  if (schema === undefined) return { label, problems: [toKindProblem(value)] };
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { label, problems: toSchemaProblems(parsed.error.issues, value) };
  return { label, rule: parsed.data, problems: listRuleProblems(parsed.data) };
}

/** The keys tell the kind of a rule; without that, no message could say what is missing. */
function findSchema(value: unknown): typeof prefixRuleSchema | typeof regexRuleSchema | undefined {
  const isPrefix = hasKey(value, 'plex') || hasKey(value, 'stash');
  const isRegex = hasKey(value, 'toStash') || hasKey(value, 'toPlex');
  if (isPrefix === isRegex) return undefined;
  return isPrefix ? prefixRuleSchema : regexRuleSchema;
}

function toKindProblem(value: unknown): string {
  const kinds = 'plex and stash (a prefix rule), or toStash and toPlex (a regex rule)';
  const got = isObject(value) ? `the keys ${describeValue(Object.keys(value))}` : describeValue(value);
  return `expected an object with either ${kinds}, but got: ${got}`;
}

function toLabelledProblems({ label, problems }: RuleReading): string[] {
  return problems.map((problem) => `${label}: ${problem}`);
}

/** Hits, traces and gaps name rules, so two rules of one name could not be told apart. */
function listDuplicates(entries: readonly unknown[]): string[] {
  const firstPlaces = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    const name = findName(entry);
    if (name === undefined) return [];
    const first = firstPlaces.get(name);
    firstPlaces.set(name, first ?? index);
    if (first === undefined) return [];
    const label = `rule ${index + 1} ${describeValue(name)}`;
    return [`${label}: expected a name of its own, but got: the name of rule ${first + 1}`];
  });
}

function findName(value: unknown): string | undefined {
  if (!isObject(value) || !hasKey(value, 'name') || typeof value['name'] !== 'string') return undefined;
  return value['name'].trim();
}

function hasKey(value: unknown, key: string): boolean {
  return isObject(value) && Object.hasOwn(value, key);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
