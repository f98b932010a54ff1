import { cutText } from './cut-text.ts';
import { decodeEntities } from './decode-entities.ts';
import { dropInvisible, isVisible } from './drop-invisible.ts';
import { stripTags } from './strip-tags.ts';

const BLANKS = /(?:[^\S\n]|\u2800)+/g;
const AROUND_BREAK = / ?\n ?/g;
const EMPTY_LINES = /\n{3,}/g;

/**
 * Plain text in paragraphs from text that may hold HTML: tags out, entities decoded, NFC, blank runs collapsed, at most
 * one empty line between paragraphs, at most `limit` UTF-16 units. `undefined` when nothing visible is left.
 *
 * Tags are stripped on both sides of the decoding, since scrapers also store HTML that was escaped once more.
 */
export function cleanParagraphs(text: string, limit: number): string | undefined {
  const plain = dropInvisible(stripTags(decodeEntities(stripTags(text))));
  const tidy = plain.replace(BLANKS, ' ').replace(AROUND_BREAK, '\n').replace(EMPTY_LINES, '\n\n');
  const cut = cutText(tidy.trim().normalize('NFC'), limit);
  return isVisible(cut) ? cut : undefined;
}
