import { isInlineFlag, toPatternTokens } from './pattern-tokens.ts';

/**
 * What precedes a final group that takes whatever is left: `a/` of `a/(?<rest>.+)`. Expects an unanchored pattern
 * without alternatives outside groups. Inline flags can change what the dot takes, so a pattern with them has none.
 */
export function findPatternHead(pattern: string): string | undefined {
  const tokens = toPatternTokens(pattern);
  const [open, dot, count, close] = tokens.slice(-4);
  if (open === undefined || tokens.some(({ text }) => isInlineFlag(text))) return undefined;
  const isCapture = /^\((?:\?P?<.+)?$/.test(open.text);
  const takesRest = dot?.text === '.' && /^[+*]$/.test(count?.text ?? '') && close?.text === ')';
  return isCapture && takesRest ? pattern.slice(0, open.at) : undefined;
}
