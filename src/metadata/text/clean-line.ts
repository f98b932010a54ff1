import { cutText } from './cut-text.ts';
import { dropInvisible, isVisible } from './drop-invisible.ts';

/** Longest name, in UTF-16 units: PMS keeps names in columns of 255. */
const MAX_NAME = 255;

/** White space, and the Braille pattern that shows nothing. */
const BLANKS = /[\s\u2800]+/g;

/** What most names are: printable ASCII with single blanks, which cleaning would only hand back. */
const CLEAN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A name on one line: NFC, single blanks, nothing invisible, at most `limit` UTF-16 units. `undefined` when nothing
 * visible is left. Markup is not touched: `<3` belongs to a title.
 */
export function cleanLine(text: string | undefined, limit = MAX_NAME): string | undefined {
  if (text === undefined) return undefined;
  if (text.length <= limit && CLEAN.test(text)) return text;
  const line = dropInvisible(text).replace(BLANKS, ' ').trim().normalize('NFC');
  const cut = cutText(line, limit);
  return isVisible(cut) ? cut : undefined;
}

/** Cleaned names in order, those with nothing visible left out. */
export function cleanLines(texts: readonly string[]): readonly string[] {
  return texts.map((text) => cleanLine(text)).filter((line) => line !== undefined);
}
