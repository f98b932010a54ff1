const AFTER_COMMENT = /(?<=-->)/;
const COMMENT_START = /<!--/;
const COMMENT_END = /-->$/;
const AFTER_CODE = /(?<=<\/(?:script|style)\s?>)/i;
const CODE_END = /<\/(?:script|style)\s?>$/i;
const CODE_START = /<(?:script|style)(?:\s[^<>]*)?>/i;

/** A line break, with the white space behind it that a browser would not show. */
const BREAK = /<br(?:\s[^<>]*)?\/?>[^\S\n]*\n?/gi;
const PARAGRAPH = /<\/?(?:p|div|h[1-6]|ul|ol|table|blockquote|section|article)(?:\s[^<>]*)?>/gi;
const LINE = /<(?:li|tr|hr)(?:\s[^<>]*)?\/?>/gi;
/** Begins like a tag and ends like one: `<3`, `a < b` and `<-` are text. */
const TAG = /<\/?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>|<![a-z][^<>]*>/gi;

/**
 * Text without HTML tags, comments, scripts and styles; paragraphs and line breaks become line feeds. Every pattern
 * runs in linear time on hostile text, because none looks past the next angle bracket.
 */
export function stripTags(html: string): string {
  const uncommented = dropEnclosed(html.split(AFTER_COMMENT), COMMENT_START, COMMENT_END);
  const shown = dropEnclosed(uncommented.split(AFTER_CODE), CODE_START, CODE_END);
  return shown.replace(BREAK, '\n').replace(PARAGRAPH, '\n\n').replace(LINE, '\n').replace(TAG, '');
}

/** Drops what stands between an opening and the closing its piece ends with; an opening never closed stays. */
function dropEnclosed(pieces: readonly string[], opening: RegExp, closing: RegExp): string {
  return pieces.map((piece) => (closing.test(piece) ? dropFrom(piece, opening) : piece)).join('');
}

function dropFrom(piece: string, opening: RegExp): string {
  const start = piece.search(opening);
  return start < 0 ? piece : piece.slice(0, start);
}
