import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCalendarDate, parseDateOfInstant } from '../../src/metadata/calendar-date.ts';
import { datesField } from '../../src/metadata/fields/dates.ts';
import { sampleContext } from '../support/metadata-context.ts';
import { sampleFile, sampleScene } from '../support/metadata-scenes.ts';

const CREATED = '2026-11-21';
const FILE = '2024-01-15';

describe('the date of an item', () => {
  it.each([
    ['2024-01-31', '2024-01-31', 2024],
    [' 2024-02-29 ', '2024-02-29', 2024],
    ['2023-07', '2023-07-01', 2023],
    ['1969', '1969-01-01', 1969],
  ])('is the scene’s own: %j is %j', (date, originallyAvailableAt, year) => {
    expect(datesField(sampleScene({ date }), sampleContext())).toEqual({ originallyAvailableAt, year });
  });

  it.each([
    '2023-02-30',
    '2023-02-29',
    '2024-13',
    '2024-00-10',
    '2024-01-00',
    '0001-01-01',
    '1887',
    '',
    'soon',
    '24-01-15',
  ])('is the fallback where the scene’s is no day of the calendar: %j', (date) => {
    expect(datesField(sampleScene({ date }), sampleContext()).originallyAvailableAt).toBe(CREATED);
  });

  it('is the fallback when dates are switched off', () => {
    const scene = sampleScene({ date: '2020-02-02' });
    expect(datesField(scene, sampleContext({ date: false })).originallyAvailableAt).toBe(CREATED);
  });

  it('is the day on which the scene was created, by the offset of Stash', () => {
    const scene = sampleScene({ createdAt: '2026-11-21T00:30:00+11:00' });
    expect(datesField(scene, sampleContext())).toEqual({ originallyAvailableAt: CREATED, year: 2026 });
  });

  it('is the day of the file’s last change when so set', () => {
    const context = sampleContext({}, { dateFallback: 'file' });
    expect(datesField(sampleScene(), context).originallyAvailableAt).toBe(FILE);
    expect(datesField(sampleScene({ files: [] }), context).originallyAvailableAt).toBe(CREATED);
    const files = [sampleFile('/a.mp4', { modifiedAt: '0001-01-01T00:00:00Z' })];
    expect(datesField(sampleScene({ files }), context).originallyAvailableAt).toBe(CREATED);
  });

  it('is there even when Stash tells no usable instant', () => {
    const scene = sampleScene({ createdAt: 'garbage', updatedAt: '' });
    expect(datesField(scene, sampleContext())).toEqual({ originallyAvailableAt: '1970-01-01', year: 1970 });
    const updated = sampleScene({ createdAt: 'garbage', updatedAt: '2025-05-05T00:00:00Z' });
    expect(datesField(updated, sampleContext()).originallyAvailableAt).toBe('2025-05-05');
  });
});

describe('a calendar date', () => {
  it('is every real day, as it was written', () => {
    const days = fc.date({ min: new Date('1888-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const instant = day.toISOString();
        expect(parseCalendarDate(instant.slice(0, 10))).toBe(instant.slice(0, 10));
        expect(parseDateOfInstant(instant)).toBe(instant.slice(0, 10));
      }),
    );
  });

  it('is not read from a date without a time', () => {
    expect(parseDateOfInstant('2024-01-15')).toBeUndefined();
  });
});
