const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ]/;

/** No film is older; also keeps out the year 1 that an unset time prints as in Go. */
const FIRST_YEAR = 1888;

/**
 * A date of Stash as `YYYY-MM-DD`: `YYYY` and `YYYY-MM`, which Stash knows since 0.30, become their first day.
 * `undefined` when there is no such day in the calendar.
 */
export function parseCalendarDate(text: string): string | undefined {
  const [, year, month = '01', day = '01'] = DATE.exec(text.trim()) ?? [];
  if (year === undefined || !isDay(Number(year), Number(month), Number(day))) return undefined;
  return `${year}-${month}-${day}`;
}

/** The calendar date that an RFC 3339 instant shows where it was written: its offset is not applied. */
export function parseDateOfInstant(instant: string): string | undefined {
  const [, date] = INSTANT.exec(instant) ?? [];
  return date === undefined ? undefined : parseCalendarDate(date);
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
