/**
 * Why something cannot be known now. The token is the same in logs, metrics, answers and docs; `detail` is a
 * sentence for people that holds no secret, no path and nothing verbatim from upstream.
 */
export interface UnknownCause {
  readonly reason: UnknownReason;
  readonly detail: string;
}

export type UnknownReason =
  | 'STASH_UNREACHABLE'
  | 'STASH_UNAUTHORIZED'
  | 'STASH_TRIPWIRE'
  | 'STASH_NOT_SET_UP'
  | 'STASH_NEEDS_MIGRATION'
  | 'STASH_TOO_OLD'
  | 'STASH_TOO_SLOW'
  | 'STASH_REJECTED'
  | 'STASH_FAILED'
  | 'STASH_GARBAGE'
  | 'STORE_FAILED'
  | 'BREAKER_OPEN'
  | 'BUDGET_SPENT'
  | 'STOPPING';
