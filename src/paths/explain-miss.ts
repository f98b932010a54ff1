import { RE2JS } from 're2js';
import { PATTERN_FLAGS } from './compile-pattern.ts';
import type { DirectedRewrite } from './compile-rules.ts';
import { toFoldedPath } from './normal-form.ts';
import type { PathForm } from './path-form.ts';
import { isInside } from './prefix-rewrite.ts';

const LETTER_CASE = 'only the letter case differs; ignoreCase: true would let it match';

/** Why a rewrite that does not match a path does not, in one sentence without a full stop. */
export function explainMiss(rewrite: DirectedRewrite, form: PathForm, ignoresCase: boolean): string {
  if (!ignoresCase && matchesIgnoringCase(rewrite, form)) return LETTER_CASE;
  if (rewrite.kind === 'REGEX') return 'the pattern does not match the whole path';
  if (form.folded.startsWith(toFoldedPath(rewrite.from)))
    return `it only begins with the same letters as ${rewrite.from}, and whole folders count`;
  return `it does not lie in ${rewrite.from}`;
}

function matchesIgnoringCase(rewrite: DirectedRewrite, form: PathForm): boolean {
  if (rewrite.kind === 'PREFIX') return isInside(toFoldedPath(rewrite.from), form.folded);
  const flags = PATTERN_FLAGS | RE2JS.CASE_INSENSITIVE;
  return RE2JS.compile(rewrite.pattern.source, flags).testExact(form.comparable);
}
