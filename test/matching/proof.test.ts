import { describe, expect, it } from 'vitest';
import { coversPaths, coversSuffix } from '../../src/matching/proof.ts';

describe('what is proven', () => {
  it('is everything once the catalog is complete', () => {
    const proof = { complete: true, asked: false };
    expect([coversPaths(proof), coversSuffix(proof, 1)]).toEqual([true, true]);
  });

  it('is nothing while it is not and nobody asked', () => {
    const proof = { complete: false, asked: false };
    expect([coversPaths(proof), coversSuffix(proof, 5)]).toEqual([false, false]);
  });

  it('is every run of segments that holds the one asked for, and no shorter one', () => {
    const proof = { complete: false, asked: true, askedSegments: 2 };
    expect(coversPaths(proof)).toBe(true);
    expect([1, 2, 3].map((segments) => coversSuffix(proof, segments))).toEqual([false, true, true]);
  });

  it('is the paths alone when the look-up was cut short', () => {
    const proof = { complete: false, asked: true };
    expect([coversPaths(proof), coversSuffix(proof, 5)]).toEqual([true, false]);
  });
});
