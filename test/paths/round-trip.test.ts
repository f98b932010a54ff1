import { describe, expect, it } from 'vitest';
import { asStashPath } from '../../src/model/file-paths.ts';
import type { PathRule } from '../../src/paths/path-rule.ts';
import { checkRoundTrip, checkSamples, describeSampleFailure } from '../../src/paths/round-trip.ts';
import { prefix, regex, toPathRules } from '../support/path-rules.ts';

function check(rules: readonly PathRule[], paths: readonly string[], options = {}) {
  return checkRoundTrip(rules, paths.map(asStashPath), options);
}

describe('the samples of rules', () => {
  it('pass when the rules translate each into the other', () => {
    const samples = [{ plex: '/p/cafe\u0301.mp4', stash: '/s/café.mp4' }];
    expect(checkSamples(toPathRules(prefix('r', '/p', '/s', { samples })))).toEqual([]);
  });

  it('fail with the path, what came out, what was expected, and the rule that took it', () => {
    const samples = [{ plex: '/p/a/x.mp4', stash: '/s/a/x.mp4' }];
    const failures = checkSamples(
      toPathRules(prefix('early', '/p/a', '/elsewhere'), prefix('late', '/p', '/s', { samples })),
    );
    expect(failures).toEqual([
      {
        rule: 'late',
        direction: 'TO_STASH',
        path: '/p/a/x.mp4',
        expected: '/s/a/x.mp4',
        got: { path: '/elsewhere/x.mp4', rule: 'early' },
      },
    ]);
    expect(failures.map(describeSampleFailure)).toEqual([
      'rule "late": expected the sample\'s Plex path /p/a/x.mp4 to become /s/a/x.mp4 in Stash, but got: /elsewhere/x.mp4 (by the earlier rule "early")',
    ]);
  });

  it('fail in the direction that no rule covers', () => {
    const samples = [{ plex: '/p/x', stash: '/other/x' }];
    const [toStash, toPlex] = checkSamples(toPathRules(prefix('r', '/p', '/s', { samples })));
    expect(toStash?.got).toEqual({ path: '/s/x', rule: 'r' });
    expect(toPlex && describeSampleFailure(toPlex)).toBe(
      'rule "r": expected the sample\'s Stash path /other/x to become /p/x in Plex, but got: no rule that covers it',
    );
  });

  it('are checked only in the direction that their rule has', () => {
    const samples = [{ plex: '/p/2024/x', stash: '/s/x' }];
    const oneWay = regex('r', ['^/p/\\d+/(.+)$', '/s/$1'], 'none', { samples });
    expect(checkSamples(toPathRules(oneWay))).toEqual([]);
    const wrong = regex('r', ['^/p/\\d+/(.+)$', '/t/$1'], 'none', { samples });
    expect(checkSamples(toPathRules(wrong))).toHaveLength(1);
  });

  it('may differ in letter case only where the rule forgives it', () => {
    const samples = [{ plex: '/P/x', stash: '/S/x' }];
    expect(checkSamples(toPathRules(prefix('r', '/p', '/s', { samples })))).toHaveLength(2);
    expect(checkSamples(toPathRules(prefix('r', '/p', '/s', { samples, ignoreCase: true })))).toEqual([]);
  });
});

describe('the round trip of real Stash paths', () => {
  it('counts what survives, fails and is uncovered, with examples', () => {
    const rules = toPathRules(
      prefix('sub', '/p/sub', '/x'),
      prefix('main', '/p', '/s'),
      regex('lossy', ['^/never/(.+)$', '/l/$1'], ['^/l/(.+)$', '/q/$1']),
    );
    const report = check(rules, ['/s/1', '/x/2', '/s/sub/3', '/l/4', '/n/a/b/5', '/n/a/6', '/o/7', '/8']);
    expect(report).toMatchObject({ total: 8, covered: 4, survived: 2, failed: 2, oneWay: 0, uncovered: 4 });
    expect(report.survivedExamples[0]).toEqual({
      stash: '/s/1',
      plex: '/p/1',
      rule: 'main',
      back: { path: '/s/1', rule: 'main' },
    });
    expect(report.failedExamples).toEqual([
      { stash: '/s/sub/3', plex: '/p/sub/3', rule: 'main', back: { path: '/x/3', rule: 'sub' } },
      { stash: '/l/4', plex: '/q/4', rule: 'lossy' },
    ]);
    expect(report.uncoveredExamples).toEqual(['/n/a/b/5', '/n/a/6', '/o/7', '/8']);
    expect(report.uncoveredFolders).toEqual([
      { folder: '/n/a', count: 2 },
      { folder: '/', count: 1 },
      { folder: '/o', count: 1 },
    ]);
  });

  it('counts for each rule what it took, matched and brought back', () => {
    const rules = toPathRules(
      prefix('sub', '/p/sub', '/s/sub'),
      prefix('main', '/p', '/s'),
      prefix('far', '/f', '/g'),
    );
    const report = check(rules, ['/s/1', '/s/sub/2', '/s/sub/3']);
    expect(report.rules).toEqual([
      { rule: 'sub', hits: 2, matches: 2, returns: 2 },
      { rule: 'main', hits: 1, matches: 3, returns: 1 },
      { rule: 'far', hits: 0, matches: 0, returns: 0 },
    ]);
    expect(report.idle).toEqual(['far']);
    expect(report.shadowed).toEqual([]);
  });

  it('names the rule that shadows another', () => {
    const rules = toPathRules(
      prefix('few', '/a', '/s/few'),
      prefix('all', '/b', '/s'),
      regex('never', 'none', ['^/s/(.+)$', '/c/$1']),
    );
    const report = check(rules, ['/s/1', '/s/2', '/s/few/3']);
    expect(report.shadowed).toEqual([{ rule: 'never', by: 'all' }]);
    expect(report.idle).toEqual([]);
  });

  it('expects nothing of rules without a way to Plex, and does not call their files uncovered', () => {
    const rules = toPathRules(regex('in', ['^/p/\\d+/(?<x>.+)$', '/s/in/${x}'], 'none'));
    const report = check(rules, ['/s/in/1', '/s/inner/2', '/t/3']);
    expect(report).toMatchObject({ total: 3, covered: 0, oneWay: 1, uncovered: 2, failed: 0 });
    expect([report.idle, report.shadowed]).toEqual([[], []]);
  });

  it('lets a path survive in another spelling of the same letters', () => {
    const rules = toPathRules(prefix('r', '/p', 'D:\\Caf\u00e9', { ignoreCase: true }));
    expect(check(rules, ['d:/cafe\u0301//x.mp4', 'd:\\CAFÉ\\X.mp4'])).toMatchObject({
      total: 2,
      survived: 2,
    });
  });

  it('keeps as many examples and folders as it is told', () => {
    const paths = Array.from(Array(50).keys(), (number) => `/n${number}/a/b.mp4`);
    const report = check(toPathRules(prefix('r', '/p', '/s')), paths, { maxExamples: 2, maxFolders: 3 });
    expect([report.uncoveredExamples.length, report.uncoveredFolders.length]).toEqual([2, 3]);
    expect(report.uncovered).toBe(50);
  });

  it('groups uncovered Windows and UNC paths by drive and share', () => {
    const paths = ['D:\\m\\a\\x.mp4', 'D:\\m\\b\\y.mp4', '\\\\nas\\share\\c\\z.mp4', 'E:\\w.mp4'];
    const report = check(toPathRules(prefix('r', '/p', '/s')), paths);
    expect(report.uncoveredFolders).toEqual([
      { folder: 'D:\\m', count: 2 },
      { folder: 'E:', count: 1 },
      { folder: '\\\\nas\\share', count: 1 },
    ]);
  });

  it('lets everything survive when there are no rules', () => {
    expect(check([], ['/a', '/b'])).toMatchObject({ total: 2, covered: 2, survived: 2, rules: [], idle: [] });
  });
});
