const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Share of the limit that a cut at a word boundary must keep; below it the last word is cut instead. */
const MIN_KEPT = 0.8;

/** Enough text behind the limit to see where the character that straddles it begins. */
const LOOK_AHEAD = 64;

/**
 * Cleaned text of at most `limit` UTF-16 units: cut between words where that loses little, else between characters as
 * people see them, so that no emoji or accent is torn.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const blank = Math.max(text.lastIndexOf(' ', limit), text.lastIndexOf('\n', limit));
  const end = blank >= limit * MIN_KEPT ? blank : findCharacterStart(text, limit);
  return text.slice(0, end).trimEnd();
}

function findCharacterStart(text: string, limit: number): number {
  const start = graphemes.segment(text.slice(0, limit + LOOK_AHEAD)).containing(limit)?.index;
  if (start !== undefined && start > 0) return start;
  return isLowSurrogate(text.charCodeAt(limit)) ? limit - 1 : limit;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
