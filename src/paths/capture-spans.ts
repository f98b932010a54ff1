import type { Matcher } from 're2js';
import type { CompiledPattern } from './compile-pattern.ts';

/** Where a group lies in the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the whole match (first) and every group lie in a text that the pattern matches; undefined for a group that
 * took no part.
 *
 * Finding groups costs time for every letter, and most patterns end in a group that takes the rest of the path. There
 * the head alone is searched: it takes what it would take in the whole pattern, as long as it leaves something over.
 */
export function captureSpans(pattern: CompiledPattern, text: string): (Span | undefined)[] {
  const head = pattern.head?.matcher(text);
  if (head?.lookingAt() === true && head.end() < text.length) {
    const rest = { start: head.end(), end: text.length };
    return [{ start: 0, end: text.length }, ...toSpans(head, 1, pattern.groupCount), rest];
  }
  const whole = pattern.engine.matcher(text);
  if (!whole.matches()) throw new TypeError(`expected a path that the pattern matches, but got: ${text}`);
  return toSpans(whole, 0, pattern.groupCount + 1);
}

function toSpans(matcher: Matcher, from: number, to: number): (Span | undefined)[] {
  const spans: (Span | undefined)[] = [];
  for (let group = from; group < to; group += 1) {
    const start = matcher.start(group);
    spans.push(start < 0 ? undefined : { start, end: matcher.end(group) });
  }
  return spans;
}
