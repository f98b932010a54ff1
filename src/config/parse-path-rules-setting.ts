import { parsePathRules, parsePathRulesText } from '../paths/parse-path-rules.ts';
import type { PathRule } from '../paths/path-rule.ts';
import { expected, parsed } from './parsed.ts';
import type { ValueParser } from './value-parsers.ts';

/** Path rules as a list from the YAML file, or as text (YAML, JSON or `/plex=>/stash; …`) from the environment. */
export const pathRules: ValueParser<readonly PathRule[]> = (raw) => {
  const result = typeof raw === 'string' ? parsePathRulesText(raw) : parsePathRules(raw);
  return result.ok
    ? parsed(result.rules)
    : expected(`path rules that can be used: ${result.problems.join('; ')}`);
};
