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

/** Reads the facts in the file name (with its folder, which often holds the title) and in the title, each by itself. */
export function listNameFacts(hints: MatchHints, segments: readonly string[]): NameFacts[] {
  const base = segments.at(-1);
  const folder = segments.at(-2);
  const stem = base === undefined ? undefined : toFileStem(base);
  const names = [
    stem,
    folder === undefined || stem === undefined ? undefined : `${folder} / ${stem}`,
    hints.title,
  ];
  return [...new Set(names)].flatMap((name) => (name === undefined ? [] : [toNameFacts(name, hints)]));
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
