import { describe, expect, it } from 'vitest';
import { isPlaceholderPicture } from '../../src/artwork/placeholder-picture.ts';

describe('the recognition of pictures that Stash draws itself', () => {
  it.each([
    ['a scene', '5aedb3fa13f6bcea641a6957afd2390d'],
    ['a performer', '680acb273e81b48caa601839c0616976'],
    ['a studio', '26be8b22fc11bf234b6d7f78f52abd1d'],
    ['a tag', '92030fbe98581575171e88382a9ba03c'],
    ['a marker', 'c4a2e6b6547057dd0ef0c7d7e3c420d4'],
    ['a group', 'c3c4893706d2f4ceca638441bcf61d99'],
    ['a group before 0.27', 'f1ffc331dea823fd10ea1d28bfc64cc0'],
  ])('knows that of %s by its ETag', (_what, md5) => {
    const spellings = [`"${md5}"`, `W/"${md5}"`, md5, `"${md5.toUpperCase()}"`, `"${md5}-gzip"`];
    expect(spellings.map((etag) => isPlaceholderPicture({ etag, contentType: 'image/png' }))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it.each(['image/svg+xml', 'Image/SVG+XML; charset=utf-8', ' image/svg+xml '])('knows %j', (contentType) => {
    expect(isPlaceholderPicture({ etag: '"00000000000000000000000000000000"', contentType })).toBe(true);
  });

  it('takes a picture with another ETag as real', () => {
    const etag = '"db8cc6e586790b086a9be1fd720f9ea2"';
    expect(isPlaceholderPicture({ etag, contentType: 'image/jpeg' })).toBe(false);
  });

  it('takes a picture that says nothing about itself as real', () => {
    expect(isPlaceholderPicture({})).toBe(false);
  });
});
