/** `2024-01-02`, `2024.01.02`, `2024_01_02` or `2024 01 02`: one separator throughout. */
const FULL_DATE = /(?<!\d)((?:19|20)\d\d)([-._ ])(\d\d)\2(\d\d)(?!\d)/g;
/** `24.01.02`, as release names write it; other separators would as often be day first. */
const SHORT_DATE = /(?<!\d\.?)(\d\d)\.(\d\d)\.(\d\d)(?!\d)/g;

/** Finds the first real calendar date in a name, as `YYYY-MM-DD`. */
export function findDateInName(name: string): string | undefined {
  for (const [, year = '', , month = '', day = ''] of name.matchAll(FULL_DATE)) {
    const date = findDate(year, month, day);
    if (date !== undefined) return date;
  }
  for (const [, year = '', month = '', day = ''] of name.matchAll(SHORT_DATE)) {
    const date = findDate(toCentury(year) + year, month, day);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** Two digits from 70 on are of the last century: films are dated back that far, and not ahead. */
function toCentury(year: string): string {
  return Number(year) >= 70 ? '19' : '20';
}

function findDate(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month}-${day}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Date.parse takes 30 February as 1 March, so what it read is compared with what was written.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}
