import { findDateInName } from './date-in-name.ts';
import { toFileStem } from './file-stem.ts';
import { toWords } from './words.ts';

/** Words that tell what kind of file it is, not which: the whole list, kept short on purpose. */
const KIND_OF_FILE = new Set(
  'scene video movie film clip part disc disk file folder copy sample trailer preview untitled final full title episode chapter export recording'.split(
    ' ',
  ),
);

/** An id by which sites and tools name files: a UUID, or 16 and more hex digits, letters and figures mixed. */
const UUID = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/i;
const HEX_ID = /(?<![0-9a-z])(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{16,}(?![0-9a-z])/i;

/** Scripts written without blanks: about three characters carry what a word does. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

const WORDS_NEEDED = 3;
const WEIGHT_NEEDED = 8;

/**
 * Is a file name by itself enough to tell a work from all others, once it is unique in Stash?
 *
 * It must hold an id, or three different words that together weigh eight. Figures weigh nothing (`scene1`, `clip (2)`
 * and `IMG_20240102` are numbered, not named), a word weighs its letters less two and at most six, a real date counts
 * as one word of three. So `Jane Doe.mp4` is not enough, `Some Studio 2024-01-02 Jane Doe.mp4` is.
 */
export function isDistinctiveName(baseName: string): boolean {
  const stem = toFileStem(baseName).normalize('NFC');
  if (UUID.test(stem) || HEX_ID.test(stem)) return true;
  const words = [...listTellingWords(stem)].map(toWeight);
  if (findDateInName(stem) !== undefined) words.push({ words: 1, weight: 3 });
  const count = words.reduce((sum, { words: n }) => sum + n, 0);
  const weight = words.reduce((sum, { weight: w }) => sum + w, 0);
  return count >= WORDS_NEEDED && weight >= WEIGHT_NEEDED;
}

/** The different words that are left without figures, kinds of file and single letters. */
function listTellingWords(stem: string): Set<string> {
  const letters = toWords(stem).flatMap((word) => word.split(/\p{N}+/u));
  return new Set(letters.filter((word) => word.length > 1 && !KIND_OF_FILE.has(word)));
}

function toWeight(word: string): { words: number; weight: number } {
  const length = word.length;
  if (UNSPACED.test(word)) return { words: length / 3, weight: length };
  return { words: 1, weight: Math.min(6, length - 2) };
}
