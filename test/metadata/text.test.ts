import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanLines } from '../../src/metadata/text/clean-line.ts';
import { cleanParagraphs } from '../../src/metadata/text/clean-paragraphs.ts';
import { cutText } from '../../src/metadata/text/cut-text.ts';
import { decodeEntities } from '../../src/metadata/text/decode-entities.ts';
import { stripTags } from '../../src/metadata/text/strip-tags.ts';
import { anyText } from '../support/arbitrary-scene.ts';

describe('a name', () => {
  it.each([
    ['  Two \t words\n', 'Two words'],
    ['zero\u200Bwidth\uFEFF', 'zerowidth'],
    ['\u202Eoverride\u202C', 'override'],
    ['Cafe\u0301', 'Café'],
    ['a\u0000b\uD800c\uFFFFd', 'abcd'],
    ['loose \u200Djoiner', 'loose joiner'],
    ['👩\u200D❤\uFE0F\u200D👩 and 👍🏽', '👩\u200D❤\uFE0F\u200D👩 and 👍🏽'],
    ['I <3 you &amp; me', 'I <3 you &amp; me'],
    ['“typographic” — quotes…', '“typographic” — quotes…'],
  ])('%j becomes %j', (text, name) => {
    expect(cleanLine(text)).toBe(name);
  });

  it.each([undefined, '', ' ', '\u200B', '\u3164', '\u2800', '\u0301', '\uFE0F', '\u0000'])(
    'with nothing to see (%j) is absent',
    (text) => {
      expect(cleanLine(text)).toBeUndefined();
    },
  );

  it('is left out of a list when there is nothing to see', () => {
    expect(cleanLines(['a', '\u200B', ' b '])).toEqual(['a', 'b']);
  });

  it('is clean already when cleaned again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = cleanLine(text);
        expect(cleanLine(name)).toBe(name);
      }),
    );
  });
});

describe('a cut', () => {
  it('falls between words', () => {
    expect(cutText('one two three four', 16)).toBe('one two three');
    expect(cutText('one two three four', 14)).toBe('one two three');
    expect(cutText('one two three four', 13)).toBe('one two three');
    expect(cutText('one two\nthree', 8)).toBe('one two');
  });

  it('falls inside a word when the boundary would cost more than a fifth', () => {
    expect(cutText('a Donaudampfschiff', 10)).toBe('a Donaudam');
  });

  it('never tears an emoji or an accent', () => {
    expect(cutText('aaaa👩\u200D❤\uFE0F\u200D👩', 7)).toBe('aaaa');
    expect(cutText('aaaae\u0308', 5)).toBe('aaaa');
    expect(cutText(`😀${'\u0301'.repeat(20)}`, 1)).toBe('');
  });

  it('keeps what fits whole', () => {
    expect(cutText('12345', 5)).toBe('12345');
  });
});

describe('details', () => {
  it.each([
    ['<p>One</p>\n<p>Two</p>', 'One\n\nTwo'],
    ['One<br>Two<BR/>\nThree', 'One\nTwo\nThree'],
    ['<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'],
    ['One\r\nTwo\r\rThree\u2028Four', 'One\nTwo\n\nThree\nFour'],
    ['  One \t two \n \n\n\n  Three', 'One two\n\nThree'],
    ['a<script type="x">alert("</b>")</script>b<style>p{}</style >c<!-- hidden <b> -->d', 'abcd'],
    ['5 < 6, 7 > 6, I <3 you, a --> b, <- back', '5 < 6, 7 > 6, I <3 you, a --> b, <- back'],
    ['never <script>closed <b>here</b>', 'never closed here'],
    ['&lt;p&gt;Escaped&lt;/p&gt; once', 'Escaped\n\nonce'],
    ['Tom &amp;amp; Jerry', 'Tom &amp; Jerry'],
    ['A&nbsp;&nbsp;B &eacute;&Eacute; &hellip;', 'A B éÉ …'],
    ['Zero\u200Bwidth \u202Etext', 'Zerowidth text'],
  ])('%j become %j', (text, summary) => {
    expect(cleanParagraphs(text, 10_000)).toBe(summary);
  });

  it.each(['', ' \n ', '<p></p>', '&nbsp;', '<!-- x -->', '\u200B'])('of %j alone are absent', (text) => {
    expect(cleanParagraphs(text, 10_000)).toBeUndefined();
  });

  it('end between words at the limit', () => {
    const summary = cleanParagraphs('word '.repeat(5_000), 10_000);
    expect(summary).toMatch(/^(word )+word$/);
    expect(summary?.length).toBe(9_999);
  });

  it('are cleaned in linear time when made to be slow', () => {
    for (const unit of [
      '<',
      '<b',
      '<!--',
      '<script>',
      '<script ',
      '<br ',
      '&#',
      '&',
      '\n ',
      ' ',
      '\u200D',
      '<<b>b>',
      '-->',
    ])
      expect(cleanParagraphs(`${unit.repeat(100_000)}end`, 10_000)?.length ?? 0).toBeLessThanOrEqual(10_000);
  });
});

describe('entities', () => {
  it.each([
    ['&#8217;&#x2019;&#146;&rsquo;', '’’’’'],
    ['&AMP;&unknown;&&#;&#x;', '&&unknown;&&#;&#x;'],
    ['&#1114112;&#9999999;', ''],
    ['&#128512;', '😀'],
  ])('%j are decoded to %j', (text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded);
  });
});

describe('tags', () => {
  it('that are simple leave nothing behind', () => {
    const html = fc.array(
      fc.constantFrom('<b>', '</b>', '<a href="x">', '<br/>', '<img src=x onerror=y>', 'text ', '<hr>'),
    );
    fc.assert(
      fc.property(html, (parts) => {
        expect(stripTags(parts.join(''))).not.toMatch(/[<>]/);
      }),
    );
  });
});
