import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDateInName } from '../../src/matching/date-in-name.ts';

describe('findDateInName', () => {
  it.each([
    ['Studio 2024-01-02 Title', '2024-01-02'],
    ['Studio.2024.01.02.Title', '2024-01-02'],
    ['Studio_2024_01_02_Title', '2024-01-02'],
    ['[2024 01 02] Title', '2024-01-02'],
    ['Studio.24.01.02.Title', '2024-01-02'],
    ['24.01.02', '2024-01-02'],
    ['Studio.98.12.31.Title', '1998-12-31'],
    ['Leap 2024-02-29', '2024-02-29'],
    ['first 2023-02-30 then 2023-03-01', '2023-03-01'],
  ])('reads %j as %j', (name, date) => {
    expect(findDateInName(name)).toBe(date);
  });

  it.each([
    'Title',
    '2024-13-01',
    '2023-02-29',
    '2024-01.02',
    '12024-01-02',
    '2024-01-023',
    '24-01-02',
    '1.24.01.021',
    '192.168.10.20',
    '2024.01',
    '20240102',
  ])('finds no date in %j', (name) => {
    expect(findDateInName(name)).toBeUndefined();
  });

  it('finds only real dates, in any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 ._-]{0,40}$/), (name) => {
        const date = findDateInName(name);
        if (date !== undefined) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });
});
