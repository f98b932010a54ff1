import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapInWorker } from '../support/map-in-worker.ts';

/** Each takes a backtracking engine longer than the universe has for a path of this length. */
const CATASTROPHES = [
  '^(a+)+$',
  '^(a|aa)+$',
  '^(a|a?)+$',
  '^(a*)*$',
  '^(.*a){20}$',
  '^(([^/]+)*/?)*!$',
  '^(?:(?:a*)*)*b$',
  '^(?:a?){200}a{200}$',
  '^(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)b$',
  '^/(?<studio>(?:[a-z]+ ?)+)/(?<rest>(?:.+)+)!!$',
  '^(?i)(?:(?:a|A)+)+$',
  '^(?:[ab]+[ac]+[ad]+)+$',
  '^(\\w+\\s?)*$',
  '^((a+)*)+?$',
];

const MALFORMED = [
  `^${'('.repeat(3_000)}a${')'.repeat(3_000)}$`,
  `^(?:${'a|'.repeat(100_000)}b)$`,
  '^(((a{1,30}){1,30}){1,30})$',
  '^/a{99999999999}$',
  '^/(a$',
  '^/[a-$',
  '^/[z-a]$',
  '^/(?<a>.*)/(?<a>.*)$',
  '^/(?<=a)b$',
  '^/(a)?(?(1)b|c)$',
  '^/(?R)$',
  '^/\\x{110000}$',
];

const HURT = `/${'a'.repeat(3_000)}?`;

describe('a pattern that is made to hurt', () => {
  it('ends on a path that is made to hurt it', async () => {
    const { refused, mapped, unmapped } = await mapInWorker({ patterns: CATASTROPHES, path: HURT });
    expect(refused).toBe(0);
    expect(mapped + unmapped).toBe(CATASTROPHES.length);
    expect(unmapped).toBe(CATASTROPHES.length);
  });

  it('of any making ends or is refused', async () => {
    const { pattern } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
      piece: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('a', '.', '[ab]', '[^/]', '\\w', '\\pL', 'a?', '.*', '(?i)a'),
        fc
          .tuple(tie('pattern'), fc.constantFrom('', '*', '+', '?', '*?', '+?', '{0,9}', '{7}'))
          .map(([inner, times]) => `(?:${inner})${times}`),
        fc.tuple(tie('pattern'), fc.constantFrom('*', '+', '')).map(([inner, times]) => `(${inner})${times}`),
      ),
      pattern: fc.oneof(
        fc.array(tie('piece'), { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')),
        fc.array(tie('piece'), { minLength: 2, maxLength: 3 }).map((pieces) => pieces.join('|')),
      ),
    }));
    const patterns = fc.array(
      pattern.map((inner) => `^/(?:${inner})$`),
      { minLength: 10, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(patterns, async (all) => {
        const counts = await mapInWorker({ patterns: all, path: HURT });
        expect(counts.refused + counts.mapped + counts.unmapped).toBe(all.length);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('that is malformed or multiplies beyond all bounds is refused', async () => {
    const { mapped, unmapped } = await mapInWorker({ patterns: MALFORMED, path: HURT });
    expect([mapped, unmapped]).toEqual([0, 0]);
  });
});
