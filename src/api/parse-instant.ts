const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Reads RFC 3339 text, or a date alone as its first moment in UTC, as milliseconds since the epoch; `undefined` for
 * anything else, also for days that no calendar has.
 */
export function parseInstant(text: string): number | undefined {
  const date = INSTANT.exec(text)?.[1];
  const at = Date.parse(text);
  if (date === undefined || Number.isNaN(at)) return undefined;
  return isCalendarDate(date) ? at : undefined;
}

/** How an instant is said in what a caller is told to send. */
export const INSTANT_FORM = 'a time such as 2026-01-31T08:00:00Z or a date such as 2026-01-31';

/** The engine takes February 31 for March 3. */
function isCalendarDate(date: string): boolean {
  const at = Date.parse(date);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
