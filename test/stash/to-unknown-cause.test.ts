import { describe, expect, it } from 'vitest';
import {
  AttemptTimedOutError,
  BreakerOpenError,
  BudgetSpentError,
  StoppingError,
} from '../../src/lib/policy-errors.ts';
import { explainUnreachable } from '../../src/stash/explain-unreachable.ts';
import { judgeStashError } from '../../src/stash/judge-stash-error.ts';
import { StashError, type StashErrorKind } from '../../src/stash/stash-error.ts';
import { toUnknownCause } from '../../src/stash/to-unknown-cause.ts';

describe('an error of Stash as a cause', () => {
  const causes: readonly (readonly [StashErrorKind, string, string])[] = [
    ['UNREACHABLE', 'STASH_UNREACHABLE', 'TRANSIENT'],
    ['UNAUTHORIZED', 'STASH_UNAUTHORIZED', 'ANSWER'],
    ['TRIPWIRE', 'STASH_TRIPWIRE', 'ANSWER'],
    ['NOT_SET_UP', 'STASH_NOT_SET_UP', 'ANSWER'],
    ['NEEDS_MIGRATION', 'STASH_NEEDS_MIGRATION', 'ANSWER'],
    ['TOO_OLD', 'STASH_TOO_OLD', 'ANSWER'],
    ['INVALID_OPERATION', 'STASH_REJECTED', 'ANSWER'],
    ['RESOLVER', 'STASH_FAILED', 'ANSWER'],
    ['TOO_LARGE', 'STASH_GARBAGE', 'ANSWER'],
    ['REDIRECTED', 'STASH_GARBAGE', 'ANSWER'],
    ['SERVER_ERROR', 'STASH_FAILED', 'TRANSIENT'],
    ['GARBAGE', 'STASH_GARBAGE', 'OUTAGE'],
    ['TOO_SLOW', 'STASH_TOO_SLOW', 'OUTAGE'],
  ];

  it.each(causes)('%s has the reason %s, a sentence, and is %s to the guards', (kind, reason, judgement) => {
    const error = new StashError(kind);
    expect(toUnknownCause(error)).toEqual({
      reason,
      detail: expect.stringMatching(/^[A-Z].*\.$/) as unknown,
    });
    expect(judgeStashError(error)).toBe(judgement);
  });

  it('says more where the class of the error is known', () => {
    const refused = toUnknownCause(new StashError('UNREACHABLE', { code: 'REFUSED' }));
    expect(refused.detail).toContain('Nothing listens');
    const member = toUnknownCause(
      new StashError('INVALID_OPERATION', { code: 'UNKNOWN_MEMBER', member: 'Scene.title' }),
    );
    expect(member.detail).toContain('(Scene.title)');
  });

  it('does not retry what waiting cannot heal, and retries a busy database', () => {
    expect(judgeStashError(new StashError('UNREACHABLE', { code: 'NAME_UNKNOWN' }))).toBe('OUTAGE');
    expect(judgeStashError(new StashError('RESOLVER', { code: 'DATABASE_LOCKED' }))).toBe('TRANSIENT');
    expect(judgeStashError(new TypeError('ours'))).toBe('ANSWER');
  });
});

describe('an error of the guards as a cause', () => {
  it.each([
    [new BreakerOpenError(1), 'BREAKER_OPEN'],
    [new AttemptTimedOutError(1), 'STASH_TOO_SLOW'],
    [new BudgetSpentError(1), 'BUDGET_SPENT'],
    [new StoppingError(), 'STOPPING'],
  ])('%s', (error, reason) => {
    expect(toUnknownCause(error).reason).toBe(reason);
  });

  it('is a spent budget when the caller gave up, whatever its reason', () => {
    const reason = new Error('the caller has gone');
    expect(toUnknownCause(reason, AbortSignal.abort(reason)).reason).toBe('BUDGET_SPENT');
  });

  it('is thrown on when it is a defect of ours', () => {
    const defect = new TypeError('x is not a function');
    expect(() => toUnknownCause(defect)).toThrow(defect);
  });
});

describe('a hint for an address that nothing answers at', () => {
  it.each([
    ['http://host.docker.internal:9999', 'host-gateway'],
    ['http://localhost:9999', 'the container itself'],
    ['http://127.0.0.1:9999', 'the container itself'],
    ['http://[::1]:9999', 'the container itself'],
    ['http://stash:9999/graphql', 'same Docker network'],
  ])('%s speaks of %s', (url, words) => {
    expect(explainUnreachable(url)).toContain(words);
  });

  it.each(['http://192.168.1.5:9999', 'https://stash.example.org', 'nonsense', 'http://[fd00::1]:9999'])(
    'there is none for %s',
    (url) => {
      expect(explainUnreachable(url)).toBeUndefined();
    },
  );
});
