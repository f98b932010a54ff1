import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureSpans } from '../../src/paths/capture-spans.ts';
import type { CompiledPattern } from '../../src/paths/compile-pattern.ts';
import { compilePattern } from '../../src/paths/compile-pattern.ts';

function compile(pattern: string, ignoreCase = false): CompiledPattern {
  const reading = compilePattern(pattern, ignoreCase);
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return reading.pattern;
}

describe('the groups of a match', () => {
  it.each(['^/(a)/(.+)$', '^/(?<x>a)/(?<y>.*)$', '^/(?P<x>a)/(?P<y>.*)$', '^(.+)$', '^(?:a|b)(.*)$'])(
    'are searched in the head alone of %s',
    (pattern) => {
      expect(compile(pattern).head).toBeDefined();
    },
  );

  it.each([
    '^/(a)/(.+?)$',
    '^/(a.+)$',
    '^(?i)/(.+)$',
    '^/(?-s)(.+)$',
    '^/a|/(.+)$',
    '^/[(.+)]$',
    '^/\\(.+)$',
    '^/(?:.+)$',
  ])('are searched in the whole of %s', (pattern) => {
    const reading = compilePattern(pattern, false);
    expect(reading.ok ? reading.pattern.head : undefined).toBeUndefined();
  });

  it('are the same in the head as in the whole pattern', () => {
    const piece = fc.constantFrom(
      'a',
      '(a)',
      '(a*)',
      '(a*?)',
      '(?:a|(ab))',
      '([^/]+)',
      '/',
      '(/.*)?',
      '(?:(b)|a)*',
      '.',
      'B',
    );
    const pattern = fc.tuple(fc.array(piece, { maxLength: 4 }), fc.constantFrom('(.+)', '(.*)', '(?<z>.*)'));
    const letters = fc.array(fc.constantFrom('a', 'b', '/', 'é', '😀', '\n'), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(pattern, letters, fc.boolean(), ([pieces, tail], text, ignoreCase) => {
        const compiled = compile(`^${pieces.join('')}${tail}$`, ignoreCase);
        const path = text.join('');
        fc.pre(compiled.engine.matches(path));
        expect(captureSpans(compiled, path)).toEqual(captureSpans({ ...compiled, head: undefined }, path));
      }),
      { numRuns: 500 },
    );
  });

  it('are not to be had from a text that does not match', () => {
    expect(() => captureSpans(compile('^/a/(.+)$'), '/b/c')).toThrow(TypeError);
  });
});
