import { describe, expect, it } from 'vitest';
import { listCodesInName } from '../../src/matching/codes-in-name.ts';

describe('listCodesInName', () => {
  it.each([
    ['ABC-123 Some Title', ['ABC-123']],
    ['abc00123', ['abc-00123', 'abc-123']],
    ['abc-012', ['abc-012']],
    ['[XYZ_4567] and ABC 12', ['XYZ-4567', 'ABC-12']],
    ['Studio - Title', []],
    ['2024-01-02', []],
    ['A-1', []],
    ['ABC-123456', []],
    ['xABCDEFG-123', []],
  ])('lists what may be codes in %j', (name, codes) => {
    expect(listCodesInName(name)).toEqual(codes);
  });

  it('lists each code once and at most five', () => {
    expect(listCodesInName('ABC-123 abc-9 ABC-123')).toEqual(['ABC-123']);
    expect(listCodesInName(Array.from({ length: 500 }, (_, n) => `AB-${n + 100}`).join(' '))).toHaveLength(5);
  });
});
