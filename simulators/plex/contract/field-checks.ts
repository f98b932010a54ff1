import { type Check, expecting, isInteger, textLike } from './shape.ts';

/** `[a-zA-Z0-9_-]+`, by Plex's OpenAPI document 1.2.2. */
export const ratingKey: Check = textLike('a ratingKey of [a-zA-Z0-9_-]', /^[a-zA-Z0-9_-]+$/);

/** `scheme://id` of another catalogue, as in `Guid[].id`. */
export const foreignGuid: Check = textLike('scheme://id', /^[a-z][a-z0-9+.-]*:\/\/\S+$/i);

/** A day of the calendar as `YYYY-MM-DD`; 2023-02-29 is none. */
export const calendarDate: Check = expecting('a real date as YYYY-MM-DD', isCalendarDate);

/** A year a video can have been made in. */
export const year: Check = expecting(
  'a year as an integer from 1800 to 2999',
  (value) => isInteger(value) && value >= 1800 && value <= 2999,
);

/** A length in whole milliseconds. */
export const milliseconds: Check = expecting(
  'whole milliseconds above 0',
  (value) => isInteger(value) && value > 0,
);

/** A rating from 0 to 10. */
export const tenPoints: Check = expecting(
  'a number from 0 to 10',
  (value) => typeof value === 'number' && value >= 0 && value <= 10,
);

function isCalendarDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}
