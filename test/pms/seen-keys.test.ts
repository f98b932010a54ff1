import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeenKeys } from '../../src/pms/seen-keys.ts';

describe('the keys seen', () => {
  it('are a set of any texts', () => {
    const key = fc.oneof(
      fc.nat(100).map(String),
      fc.maxSafeNat().map(String),
      fc.string(),
      fc.constantFrom('0', '00', '1', '01', '-1', '1.0', '999999999999999', '9007199254740993'),
    );
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const seen = new SeenKeys();
        const known = new Set<string>();
        for (const one of keys) {
          expect(seen.add(one)).toBe(!known.has(one));
          known.add(one);
        }
        expect(seen.size).toBe(known.size);
      }),
    );
  });

  it('take little room where they follow each other', () => {
    const seen = new SeenKeys();
    for (let key = 5_000_000; key < 5_200_000; key++) seen.add(String(key));
    expect(seen.size).toBe(200_000);
    expect(seen.entries).toBeLessThanOrEqual(200_000 / 32 + 1);
  });
});
