/** What PMS makes of a file name when nothing else is known. */
export interface GuessedTitle {
  readonly title: string;
  readonly year?: number;
}

/** A year in brackets, or one that stands alone after other words: `Name (2019).mkv`, `Name.2019.1080p.mkv`. */
const YEAR =
  /^(?<title>.+?)[\s._]*(?:[([](?<bracketed>(?:19|20)\d\d)[)\]]|[\s._](?<bare>(?:19|20)\d\d)(?=[\s._]|$))/;

/** Title and year as a movie scanner would guess them from a path: the name up to the year, without separators. */
export function guessTitle(path: string): GuessedTitle {
  const base = path.split(/[\\/]/).at(-1) ?? path;
  const stem = base.replace(/(?<=.)\.[^.]{1,5}$/, '');
  const { title = stem, bracketed, bare } = YEAR.exec(stem)?.groups ?? {};
  const year = bracketed ?? bare;
  const words = title.replaceAll(/[._]+/g, ' ').trim();
  return { title: words === '' ? stem : words, ...(year === undefined ? {} : { year: Number(year) }) };
}
