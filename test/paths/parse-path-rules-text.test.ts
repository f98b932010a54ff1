import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePathRules, parsePathRulesText } from '../../src/paths/parse-path-rules.ts';
import { prefix, regex } from '../support/path-rules.ts';

const entries = [
  prefix('main', '/media/Adult', '/nas/content'),
  regex('re', ['^/p/(?<x>\\d{4})$', '/s/${x}'], 'none'),
];

describe('path rules as text', () => {
  it('are read as JSON', () => {
    expect(parsePathRulesText(JSON.stringify(entries))).toEqual(parsePathRules(entries));
  });

  it.each(['', 'pathRules:\n'])('are read as YAML (%j)', (head) => {
    const text = `${head}
  - name: main
    plex: /media/Adult
    stash: /nas/content
  - name: re
    toStash: { match: '^/p/(?<x>\\d{4})$', replace: '/s/\${x}' }
    toPlex: none
`;
    expect(parsePathRulesText(text)).toEqual(parsePathRules(entries));
  });

  it.each(['', '  \n', 'pathRules:'])('are none when the text is %j', (text) => {
    expect(parsePathRulesText(text)).toEqual({ ok: true, rules: [] });
  });

  it('are read in the short form, each named by itself', () => {
    expect(parsePathRulesText(' /plex/my root=>/stash/root ; D:\\x => \\\\nas\\y;\n/o=>/p;')).toEqual(
      parsePathRules([
        prefix('/plex/my root => /stash/root', '/plex/my root', '/stash/root'),
        prefix('D:\\x => \\\\nas\\y', 'D:\\x', '\\\\nas\\y'),
        prefix('/o => /p', '/o', '/p'),
      ]),
    );
  });

  it.each([
    ['/a=>/b=>/c', 'rule 1: expected plex=>stash, but got: "/a=>/b=>/c", write the rules as YAML'],
    ['/a;b=>/c', 'rule 1: expected plex=>stash, but got: "/a", write the rules as YAML'],
    ['/a=>b', 'rule 1 "/a => b": stash: expected a whole path'],
    ['/a=>', 'rule 1 "/a =>": stash: expected text that is not empty'],
    ['/a=>/b;/a=>/b', 'rule 2 "/a => /b": expected a name of its own'],
    ['just words', 'expected a list of path rules, but got: "just words"'],
    ['[{"name": ', 'expected path rules as YAML, JSON or plex=>stash, but got: '],
    ['{"pathRules": [], "x": 1}', 'expected a list of path rules, but got: '],
  ])('are refused when the text is %j', (text, problem) => {
    const reading = parsePathRulesText(text);
    expect(reading.ok ? [] : reading.problems).toContainEqual(expect.stringContaining(problem));
  });

  it('are refused when the text is nested without end', () => {
    expect(parsePathRulesText('['.repeat(50_000))).toMatchObject({ ok: false });
  });

  it('never make the reader throw', () => {
    const piece = fc.constantFrom(
      '=>',
      ';',
      '/a',
      '\n',
      '- ',
      'name: ',
      '{',
      '[',
      '&a ',
      '*a',
      '!!binary x',
      '"',
      '? ',
      ': ',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(fc.property(text, (input) => Array.isArray(toContent(parsePathRulesText(input)))));
  });
});

function toContent(reading: ReturnType<typeof parsePathRulesText>): unknown {
  return reading.ok ? reading.rules : reading.problems;
}
