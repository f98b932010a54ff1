/** One piece of a regular expression, with how many groups enclose it. */
export interface PatternToken {
  readonly text: string;
  readonly at: number;
  readonly depth: number;
}

/** Quoted text, escapes, whole character classes, inline flags, openings of groups, then single characters. */
const TOKEN =
  /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]?|\[\^?\]?(?:\\[\s\S]|\[:\^?\w+:\]|[^\]\\])*\]?|\(\?[A-Za-z-]+\)|\((?:\?(?:P?<[=!]|P?<[^>]*>|P=|[A-Za-z-]*:|[^\w]|P>))?|[\s\S]/gu;

/** Splits a regular expression far enough to see its anchors, alternatives and the constructs that are refused. */
export function toPatternTokens(pattern: string): PatternToken[] {
  let depth = 0;
  return Array.from(pattern.matchAll(TOKEN), ({ 0: text, index }) => {
    if (text === ')') depth -= 1;
    const token = { text, at: index, depth };
    if (text.startsWith('(') && !isInlineFlag(text)) depth += 1;
    return token;
  });
}

/** True for `(?i)` and its like, which open no group. */
export function isInlineFlag(text: string): boolean {
  return text.startsWith('(?') && text.endsWith(')');
}

/** The alternatives of the whole pattern: one, unless a `|` stands outside every group. */
export function toAlternatives(tokens: readonly PatternToken[]): PatternToken[][] {
  const alternatives: PatternToken[][] = [[]];
  for (const token of tokens) {
    if (token.text === '|' && token.depth === 0) alternatives.push([]);
    else alternatives.at(-1)?.push(token);
  }
  return alternatives;
}
