/** Covers a daylight-saving change of one hour and requests that were under way. */
export const NEAR_OVERLAP_MS = 70 * 60_000;

/** Covers every change of time zone, from UTC-12 to UTC+14. */
export const WIDE_OVERLAP_MS = 26 * 3_600_000;

const STASH_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Sets a time text of Stash back by `ms` on its own wall clock, keeping its offset: Stash compares these as text, so
 * what counts is the order of texts, not of instants (Stash's source: the criterion is a plain string comparison).
 * A text of another form comes back as it is.
 */
export function toEarlierText(text: string, ms: number): string {
  const [, wallTime, offset] = STASH_TIME.exec(text) ?? [];
  if (wallTime === undefined || offset === undefined) return text;
  const earlier = new Date(Date.parse(`${wallTime}Z`) - ms);
  return earlier.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length) + offset;
}

/** The text of the later instant: after a change of zone the text of now may be less than that of an hour ago. */
export function toLaterInstant(a: string | undefined, b: string): string {
  return a === undefined || Date.parse(b) >= Date.parse(a) ? b : a;
}
