import { describe, expect, it } from 'vitest';
import { isHeld, parseEntityTag, parseHeldTags, toIfNoneMatch } from '../../src/artwork/entity-tags.ts';

describe('entity tags', () => {
  it('are read from a list', () => {
    expect(parseHeldTags('"a", W/"b","c"')).toEqual(['"a"', 'W/"b"', '"c"']);
  });

  it.each([undefined, '', 'abc', '"open', '"a\u0001"'])('are none in %j', (header) => {
    expect(parseHeldTags(header)).toEqual([]);
  });

  it('are bounded in number', () => {
    expect(parseHeldTags(Array.from({ length: 500 }, (_, i) => `"${i}"`).join(','))).toHaveLength(8);
  });

  it('are compared weakly', () => {
    expect([isHeld(['W/"a"'], '"a"'), isHeld(['"a"'], 'W/"a"'), isHeld(['"a"'], '"A"')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('all match a star, but for a picture without one', () => {
    expect([isHeld(parseHeldTags('*'), '"a"'), isHeld(parseHeldTags('*'), undefined)]).toEqual([true, false]);
  });

  it('are passed on together with our own, a star never', () => {
    expect(toIfNoneMatch(['"a"'], '"b"')).toBe('"a", "b"');
    expect(toIfNoneMatch('ANY', '"b"')).toBe('"b"');
    expect(toIfNoneMatch('ANY', undefined)).toBeUndefined();
  });

  it.each(['abc', '"a" "b"', '"a"\r\nX: y', ''])('are not taken from %j', (header) => {
    expect(parseEntityTag(header)).toBeUndefined();
  });
});
