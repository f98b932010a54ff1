import { describe, expect, it } from 'vitest';
import { tracePath } from '../../src/paths/trace-path.ts';
import { prefix, regex, toPathRules } from '../support/path-rules.ts';

describe('the trace of a path', () => {
  const rules = toPathRules(
    prefix('other', '/media2', '/data2'),
    regex('by year', ['^/media/(?<year>\\d{4})/(?<rest>.+)$', '/data/${year}/${rest}'], 'none'),
    prefix('main', '/media', '/data'),
    regex('back only', 'none', ['^/nas/(.+)$', '/media/$1']),
  );

  it('tells what every rule made of it, which wins, and that the winner has no way back', () => {
    const trace = tracePath(rules, '/media/2024/x.mp4', 'TO_STASH');
    expect(trace.steps.map(({ rule, outcome }) => ({ rule, ...outcome }))).toEqual([
      { rule: 'other', kind: 'NOT_MATCHED', why: 'it does not lie in /media2' },
      {
        rule: 'by year',
        kind: 'PRODUCED',
        path: '/data/2024/x.mp4',
        groups: { year: '2024', rest: 'x.mp4' },
        wins: true,
      },
      { rule: 'main', kind: 'PRODUCED', path: '/data/2024/x.mp4', groups: {}, wins: false },
      { rule: 'back only', kind: 'NO_DIRECTION', why: 'the rule says toStash: none' },
    ]);
    expect(trace.result).toEqual({ kind: 'MAPPED', path: '/data/2024/x.mp4', rule: 'by year' });
    expect(trace.roundTrip).toEqual({ kind: 'NOT_EXPECTED', rule: 'by year' });
  });

  it('shows the form that was compared and the way back', () => {
    const trace = tracePath(rules, '/data//cafe\u0301.mp4', 'TO_PLEX');
    expect(trace.comparable).toBe('/data/café.mp4');
    expect(trace.result).toEqual({ kind: 'MAPPED', path: '/media/cafe\u0301.mp4', rule: 'main' });
    expect(trace.roundTrip).toEqual({ kind: 'SURVIVED', path: '/data/cafe\u0301.mp4', rule: 'main' });
  });

  it('shows a way back that ends elsewhere', () => {
    const trace = tracePath(rules, '/nas/x.mp4', 'TO_PLEX');
    expect(trace.roundTrip).toEqual({ kind: 'NOT_EXPECTED', rule: 'back only' });
    const crossed = toPathRules(prefix('a', '/p/sub', '/x'), prefix('b', '/p', '/y'));
    expect(tracePath(crossed, '/y/sub/f', 'TO_PLEX').roundTrip).toEqual({
      kind: 'CHANGED',
      path: '/x/f',
      rule: 'a',
    });
  });

  it('shows a way back that no rule covers', () => {
    const lossy = toPathRules(regex('r', ['^/a/(.+)$', '/b/$1'], ['^/b/(.+)$', '/c/$1']));
    expect(tracePath(lossy, '/b/x', 'TO_PLEX').roundTrip).toEqual({ kind: 'LOST' });
  });

  it('tells when only letter case, or a folder with the same beginning, stands in the way', () => {
    const whys = (path: string): unknown[] =>
      tracePath(
        toPathRules(prefix('p', '/media', '/d'), regex('r', ['^/media/.+$', '/d'], 'none')),
        path,
        'TO_STASH',
      )
        .steps.map(({ outcome }) => outcome)
        .map((outcome) => ('why' in outcome ? outcome.why : outcome));
    const letterCase = 'only the letter case differs; ignoreCase: true would let it match';
    expect(whys('/MEDIA/x')).toEqual([letterCase, letterCase]);
    expect(whys('/media2/x')).toEqual([
      'it only begins with the same letters as /media, and whole folders count',
      'the pattern does not match the whole path',
    ]);
  });

  it('has no result and no way back when no rule covers the path', () => {
    const trace = tracePath(rules, 'relative.mp4', 'TO_STASH');
    expect([trace.result, trace.roundTrip]).toEqual([{ kind: 'UNMAPPED' }, { kind: 'NOT_TRIED' }]);
  });

  it('says without rules that both sides see the same paths', () => {
    expect(tracePath([], '/x', 'TO_PLEX')).toEqual({
      direction: 'TO_PLEX',
      path: '/x',
      comparable: '/x',
      steps: [],
      result: { kind: 'MAPPED', path: '/x', rule: 'same paths' },
      roundTrip: { kind: 'SURVIVED', path: '/x', rule: 'same paths' },
    });
  });

  it('describes every rule in plain words', () => {
    expect(tracePath(rules, '/x', 'TO_STASH').steps.map(({ description }) => description)).toEqual([
      'what lies in /media2 in Plex lies in /data2 in Stash, both ways',
      'Plex paths like ^/media/(?<year>\\d{4})/(?<rest>.+)$ become /data/${year}/${rest} in Stash; no Stash path is turned into a Plex path',
      'what lies in /media in Plex lies in /data in Stash, both ways',
      'no Plex path is turned into a Stash path; Stash paths like ^/nas/(.+)$ become /media/$1 in Plex',
    ]);
  });
});
