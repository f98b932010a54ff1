import { asPlexPath, asStashPath } from '../../model/file-paths.ts';
import type { PrefixRule, RegexRewrite, RegexRule } from '../path-rule.ts';
import { toComparablePath } from '../normal-form.ts';
import type { Heads } from './candidate.ts';

/** Rules get their final names when they are proposed. */
const UNNAMED = { name: 'suggested', samples: [] };

export function toPrefixRule(heads: Heads, ignoreCase: boolean): PrefixRule {
  const [plex, stash] = [asPlexPath(heads.plex), asStashPath(heads.stash)];
  return { kind: 'PREFIX', ...UNNAMED, plex, stash, ignoreCase };
}

export function toRegexRule(
  toStash: RegexRewrite | 'none',
  toPlex: RegexRewrite | 'none',
  ignoreCase: boolean,
): RegexRule {
  return { kind: 'REGEX', ...UNNAMED, toStash, toPlex, ignoreCase };
}

/** A pattern that matches this text only. */
export function toLiteralPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** The beginning of a pattern for what lies in a folder, with the slash after it. */
export function toHeadPattern(head: string): string {
  const comparable = toComparablePath(head);
  return `^${toLiteralPattern(comparable === '/' ? '' : comparable)}/`;
}

/** The beginning of a replacement that writes into a folder, with the slash after it. */
export function toHeadReplacement(head: string): string {
  const slashed = /^[A-Za-z]:|^[\\/]{2}/.test(head) ? head.replaceAll('\\', '/') : head;
  return `${toLiteralReplacement(slashed.replace(/\/+$/, ''))}/`;
}

/** A dollar sign would be taken for a group, and so would a backslash before a figure. */
export function toLiteralReplacement(text: string): string {
  return text.replaceAll('$', '$$$$').replace(/\\(?=\d|g<)/g, '/');
}
