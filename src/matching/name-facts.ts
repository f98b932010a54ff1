import { listCodesInName } from './codes-in-name.ts';
import { findDateInName } from './date-in-name.ts';
import { toFileStem } from './file-stem.ts';
import type { MatchHints } from './match-hints.ts';
import { toWords } from './words.ts';

/** What a name says about its scene. */
export interface NameFacts {
  readonly codes: readonly string[];
  /** `YYYY-MM-DD` */
  readonly date?: string;
  readonly year?: number;
  /** Lower case, without accents, in reading order. */
  readonly words: readonly string[];
}

/** A name's words beyond these say nothing more about its scene; they bound what a hostile name costs. */
const MAX_WORDS = 60;

/** A file's folders often hold the title, the date or the studio; further up stands what many files share. */
const TELLING_SEGMENTS = 3;

/** Reads the facts in the file name, in the file name with its folders and in the title, each by itself. */
export function listNameFacts(hints: MatchHints, segments: readonly string[]): NameFacts[] {
  const stem = toFileStem(segments.at(-1) ?? '');
  const inFolders = [...segments.slice(-TELLING_SEGMENTS, -1), stem].join(' / ');
  const names = new Set([stem, inFolders, hints.title ?? '']);
  return [...names].filter((name) => name !== '').map((name) => toNameFacts(name, hints));
}

function toNameFacts(name: string, hints: MatchHints): NameFacts {
  const date = findDateInName(name) ?? findDateInName(hints.date ?? '');
  return {
    codes: listCodesInName(name),
    words: toWords(name).slice(0, MAX_WORDS),
    ...(date !== undefined && { date }),
    ...(hints.year !== undefined && { year: hints.year }),
  };
}
