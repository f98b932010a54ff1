import { parsePathRules } from '../../src/paths/parse-path-rules.ts';
import type { PathRule } from '../../src/paths/path-rule.ts';

/** Rules as an owner writes them, parsed; a rule list that is refused fails the test with its problems. */
export function toPathRules(...entries: readonly unknown[]): readonly PathRule[] {
  const reading = parsePathRules(entries);
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return reading.rules;
}

/** A prefix rule as an owner writes it. */
export function prefix(name: string, plex: string, stash: string, extra: object = {}): object {
  return { name, plex, stash, ...extra };
}

/** A regex rule as an owner writes it. */
export function regex(
  name: string,
  toStash: readonly [string, string] | 'none',
  toPlex: readonly [string, string] | 'none',
  extra: object = {},
): object {
  return { name, toStash: toRewrite(toStash), toPlex: toRewrite(toPlex), ...extra };
}

function toRewrite(rewrite: readonly [string, string] | 'none'): object | 'none' {
  if (rewrite === 'none') return 'none';
  return { match: rewrite[0], replace: rewrite[1] };
}
