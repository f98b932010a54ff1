const LINE_BREAK = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;

/**
 * Control characters, halves of surrogate pairs, code points that XML forbids, zero-width and bidirectional marks.
 * Variation selectors and the zero-width joiner stay: emoji are made of them.
 */
const INVISIBLE =
  /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u{FFF9}-\u{FFFB}]--[\t\n\u{200D}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]]/gv;

/** A zero-width joiner that does not join two emoji. */
const LOOSE_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Text without what nobody can see; every kind of line break becomes `\n`. Blanks and tabs stay. */
export function dropInvisible(text: string): string {
  return text.replace(LINE_BREAK, '\n').replace(INVISIBLE, '').replace(LOOSE_JOINER, '');
}

/** True when a person would see something; for text that went through `dropInvisible`. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}
