import type { PatternToken } from './pattern-tokens.ts';
import { isInlineFlag, toAlternatives, toPatternTokens } from './pattern-tokens.ts';

const LOOK_AROUND = /^\((?:\?=|\?!|\?<=|\?<!)/;
const BACK_REFERENCE = /^(?:\\[1-9k]|\(\?P=)/;

/** Longer than any pattern a person writes for a path, and short enough that loading it costs nothing. */
const MAX_PATTERN_LENGTH = 2_000;

/** What is wrong with a pattern before the engine sees it, in words that say why; empty when nothing is. */
export function listPatternProblems(pattern: string): string[] {
  if (pattern.length > MAX_PATTERN_LENGTH)
    return [
      `expected a pattern of at most ${MAX_PATTERN_LENGTH} characters, but got: ${pattern.length} characters`,
    ];
  const tokens = toPatternTokens(pattern);
  return [...tokens.flatMap(listRefusals), ...listAnchorProblems(pattern, toAlternatives(tokens))];
}

function listRefusals({ text, at }: PatternToken): string[] {
  const place = `\`${text}\` at character ${at + 1}`;
  if (LOOK_AROUND.test(text))
    return [
      `${place} is look-around (look-ahead or look-behind), which a linear-time engine cannot run: capture that text in a group instead`,
    ];
  if (BACK_REFERENCE.test(text))
    return [
      `${place} is a back-reference, which a linear-time engine cannot run: capture the text twice under two names`,
    ];
  if (text === '\\\\')
    return [
      `${place} looks for a backslash, but patterns see every path with forward slashes: write / instead`,
    ];
  return [];
}

function listAnchorProblems(pattern: string, alternatives: readonly PatternToken[][]): string[] {
  if (alternatives.every(isAnchored)) return [];
  const where = alternatives.length > 1 ? ' in each of its alternatives' : '';
  return [
    `expected a pattern anchored at both ends${where} (^…$), so that it describes the whole path, but got: ${pattern}`,
  ];
}

function isAnchored(alternative: readonly PatternToken[]): boolean {
  const body = alternative.filter(({ text }) => !isInlineFlag(text));
  const [first, last] = [body[0]?.text, body.at(-1)?.text];
  return (first === '^' || first === '\\A') && (last === '$' || last === '\\z');
}
