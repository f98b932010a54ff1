import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { toFoldedPath, toSegments } from '../../src/paths/normal-form.ts';
import { codeOf, moviesOf, talkTo } from '../support/provider-talk.ts';
import { PLEX_ROOT, startScanWorld } from '../support/scan-world.ts';

const world = await startScanWorld({ scenes: 60 });
const { library, service } = world;
const talk = talkTo(service.provider);
afterAll(async () => {
  expect(talk.violations).toEqual([]);
  talk[Symbol.dispose]();
  await world[Symbol.asyncDispose]();
});

const files = library.scenes.flatMap(({ id, files: own }) =>
  own.map(({ path }) => ({ id: String(id), path })),
);

const ODD = [
  '%',
  '_',
  '[',
  ']',
  '*',
  '?',
  "'",
  '"',
  ';--',
  '\\',
  '/',
  '.',
  '..',
  '~',
  '$',
  '`',
  '|',
  '\n',
  '\r',
  '\t',
];
const ODDER = [
  '\u202e',
  '\u200b',
  '\ufeff',
  '\u0301',
  '\u1112\u1161',
  '😀',
  '\u0000',
  '\ud800',
  'ß',
  'İ',
  '\\p{L}',
  '(?R)',
];

const known = fc.constantFrom(...files.map(({ path }) => path.replace('/data', PLEX_ROOT)));
const piece = fc.oneof(fc.constantFrom(...ODD), fc.constantFrom(...ODDER), fc.string({ maxLength: 6 }));
const made = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
/** A known name with something put into it. */
const spoilt = fc
  .tuple(known, piece, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([path, odd, at]) => path.slice(0, path.length * at) + odd + path.slice(path.length * at));
const title = fc.oneof(made, fc.constantFrom('', 'x'.repeat(2_000), '%', '{"a":1}'));

/** The name as it is compared: what a right answer must share with the question. */
const nameOf = (path: string): string => toFoldedPath(toSegments(path).at(-1) ?? '');

describe('any file name and title', () => {
  it('get an answer that Plex can read, and never the scene of a file that is called otherwise', async () => {
    const questions = fc.array(fc.record({ filename: fc.oneof(made, spoilt), title }), {
      minLength: 8,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(questions, async (asked) => {
        const answers = await Promise.all(asked.map((hints) => talk.match(hints)));
        for (const [n, answer] of answers.entries()) {
          expect([200, 400]).toContain(answer.status);
          if (answer.status === 400) expect(codeOf(answer)).toBe('MATCH_BODY_INVALID');
          else expectRight(asked[n]?.filename ?? '', moviesOf(answer)[0]?.ratingKey);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('do known files no harm: they are told apart as before', async () => {
    for (const { id, path } of files.slice(0, 100)) {
      const answer = await talk.match({ filename: path.replace('/data', PLEX_ROOT) });
      expect(moviesOf(answer)).toMatchObject([{ ratingKey: id }]);
    }
  });
});

function expectRight(filename: string, ratingKey: string | undefined): void {
  if (ratingKey === undefined) return;
  const names = files.filter(({ id }) => id === ratingKey).map(({ path }) => nameOf(path));
  expect(names).toContain(nameOf(filename));
}
