import { toComparablePath, toFoldedPath } from './normal-form.ts';
import type { PathRule } from './path-rule.ts';

/**
 * True when two paths name the same file. Rules that forgive letter case cannot bring it back, so there it does not
 * count; everywhere else it does.
 */
export function isSameFile(a: string, b: string, rules: readonly PathRule[]): boolean {
  const toForm = rules.some((rule) => rule.ignoreCase) ? toFoldedPath : toComparablePath;
  return toForm(a) === toForm(b);
}
