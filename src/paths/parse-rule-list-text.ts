import { parseDocument } from 'yaml';
import { describeValue } from './describe-value.ts';

/** What a text says before it is checked as rules. */
export type RuleListReading =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problems: string[] };

/** Reads YAML, JSON (which is YAML) or the short form `plex=>stash; plex=>stash`. Never throws. */
export function parseRuleListText(text: string): RuleListReading {
  if (text.trim() === '') return { ok: true, value: [] };
  return isShortForm(text) ? parseShortForm(text) : parseYaml(text);
}

/** A list in YAML or JSON never starts with a path, and a short form always does. */
function isShortForm(text: string): boolean {
  return text.includes('=>') && /^\s*(?:[\\/]|[A-Za-z]:[\\/])/.test(text);
}

function parseShortForm(text: string): RuleListReading {
  const pieces = text.split(/[;\n]/).filter((piece) => piece.trim() !== '');
  const problems = pieces.flatMap((piece, index) => {
    if (piece.split('=>').length === 2) return [];
    const hint = 'write the rules as YAML if a folder holds ; or =>';
    return [`rule ${index + 1}: expected plex=>stash, but got: ${describeValue(piece.trim())}, ${hint}`];
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: pieces.map(toShortRule) };
}

function toShortRule(piece: string): unknown {
  const [plex = '', stash = ''] = piece.split('=>').map((side) => side.trim());
  return { name: `${plex} => ${stash}`, plex, stash };
}

/** Deep nesting and chains of aliases make the YAML reader throw, which is one more way of being malformed. */
function parseYaml(text: string): RuleListReading {
  try {
    const document = parseDocument(text, { logLevel: 'error' });
    if (document.errors.length > 0)
      return { ok: false, problems: document.errors.map(({ message }) => toYamlProblem(message)) };
    return { ok: true, value: toList(document.toJS()) };
  } catch {
    return { ok: false, problems: [toYamlProblem('it is nested too deeply or repeats itself without end')] };
  }
}

function toYamlProblem(reason: string): string {
  return `expected path rules as YAML, JSON or plex=>stash, but got: ${reason.split('\n')[0] ?? ''}`;
}

/** The whole `pathRules:` block of a configuration file may be pasted as it is. */
function toList(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'pathRules')) return value;
  return Object.keys(value).length === 1 ? (value as { pathRules: unknown }).pathRules : value;
}
