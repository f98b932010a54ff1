import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMatchHints } from '../../src/matching/match-hints.ts';

function problemOf(body: unknown): string {
  const reading = parseMatchHints(body);
  return reading.ok ? 'no problem' : reading.problem;
}

describe('parseMatchHints', () => {
  it('reads the body that a published fixture shows', () => {
    const body = {
      type: 1,
      title: 'Some Title',
      filename: 'Unknown.Site.2024.01.02.mp4',
      manual: 1,
      includeAdult: 1,
    };
    expect(parseMatchHints(body)).toEqual({
      ok: true,
      hints: {
        type: 1,
        title: 'Some Title',
        fileName: 'Unknown.Site.2024.01.02.mp4',
        manual: true,
        includeAdult: true,
      },
    });
  });

  it('takes numbers as text and text as numbers', () => {
    const body = { type: '1', title: 1984, year: '1984', manual: '1', includeAdult: '0', duration: '60000' };
    expect(parseMatchHints(body)).toEqual({
      ok: true,
      hints: { type: 1, title: '1984', year: 1984, manual: true, includeAdult: false, durationMs: 60_000 },
    });
  });

  it.each([
    [1, true],
    ['1', true],
    [true, true],
    ['true', true],
    [0, false],
    ['0', false],
    [false, false],
    [null, false],
    ['', false],
    [undefined, false],
  ])('reads manual %j as %j', (manual, expected) => {
    expect(parseMatchHints({ type: 1, title: 'x', manual })).toMatchObject({
      ok: true,
      hints: { manual: expected },
    });
  });

  it('tolerates fields that it does not know and drops empty ones', () => {
    const body = {
      type: 1,
      title: '',
      filename: 'a/b.mp4',
      guid: null,
      year: 0,
      includeFields: 'guid',
      x: { y: [1] },
    };
    expect(parseMatchHints(body)).toEqual({
      ok: true,
      hints: { type: 1, fileName: 'a/b.mp4', manual: false, includeAdult: false },
    });
  });

  it('reads a hash only if it is an oshash', () => {
    const read = (hash: string) => parseMatchHints({ type: 1, title: 'x', ohash: hash });
    expect(read('00A1B2C3D4E5F607')).toMatchObject({ hints: { oshash: '00a1b2c3d4e5f607' } });
    expect(read('d41d8cd98f00b204e9800998ecf8427e')).not.toHaveProperty('hints.oshash');
  });

  it.each([
    ['an array', []],
    ['text', 'type=1'],
    ['nothing', undefined],
    ['null', null],
    ['a number', 1],
  ])('refuses %s as a body', (_, body) => {
    expect(problemOf(body)).toBe('body: expected a JSON object');
  });

  it.each([
    [{ title: 'x' }, 'type: expected a whole number'],
    [{ type: 'movie', title: 'x' }, 'type: expected a whole number'],
    [{ type: 1.5, title: 'x' }, 'type: expected a whole number'],
    [{ type: 1, title: ['x'] }, 'title: expected text'],
    [{ type: 1, title: 'x', year: 'last' }, 'year: expected a whole number'],
    [{ type: 1, title: 'x', year: {} }, 'year: expected a whole number'],
    [{ type: 1, title: 'x', manual: 'maybe' }, 'manual: expected 1 or 0'],
    [{ type: 1, title: 'x', manual: 2 }, 'manual: expected 1 or 0'],
    [{ type: 1, filename: { path: 'x' } }, 'filename: expected text'],
    [{ type: 1, filename: 'a\0b.mp4' }, 'filename: expected text without a NUL character'],
    [{ type: 1, filename: '\ud800.mp4' }, 'filename: expected well-formed Unicode'],
    [{ type: 1, filename: 'x'.repeat(5_000) }, 'filename: expected at most 4096 characters'],
    [{ type: 1, title: 'x'.repeat(3_000) }, 'title: expected at most 2000 characters'],
    [{ type: 1, filename: '../x.mp4' }, 'filename: expected a path without ".." segments'],
    [{ type: 1, filename: 'a\\..\\x.mp4' }, 'filename: expected a path without ".." segments'],
    [{ type: 1 }, 'body: expected a title, a filename or a guid, but got none of them'],
    [
      { type: 1, title: '', filename: '' },
      'body: expected a title, a filename or a guid, but got none of them',
    ],
  ])('answers %j with the field and what was expected', (body, problem) => {
    expect(problemOf(body)).toBe(problem);
  });

  it('takes dots that are no step upwards', () => {
    expect(parseMatchHints({ type: 1, filename: 'a..b/...and more..mp4' })).toMatchObject({ ok: true });
  });

  it('asks nothing more of types that are not served', () => {
    expect(parseMatchHints({ type: 3, parentTitle: 'A show', index: 1 })).toMatchObject({
      ok: true,
      hints: { type: 3 },
    });
  });

  it('never throws and never repeats a value in a problem', () => {
    fc.assert(
      fc.property(fc.anything(), fc.stringMatching(/^[a-z]{12}$/), (junk, secret) => {
        parseMatchHints(junk);
        const reading = parseMatchHints({
          type: junk,
          title: junk,
          filename: `${secret}/../x`,
          year: junk,
          manual: junk,
        });
        expect(JSON.stringify(reading)).not.toContain(secret);
      }),
    );
  });
});
