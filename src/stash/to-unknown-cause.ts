import {
  AttemptTimedOutError,
  BreakerOpenError,
  BudgetSpentError,
  StoppingError,
} from '../lib/policy-errors.ts';
import type { UnknownCause, UnknownReason } from '../model/unknown-cause.ts';
import { StashError, type StashErrorCode, type StashErrorKind, type UpstreamCode } from './stash-error.ts';

const REASONS: Readonly<Record<StashErrorKind, UnknownReason>> = {
  UNREACHABLE: 'STASH_UNREACHABLE',
  UNAUTHORIZED: 'STASH_UNAUTHORIZED',
  TRIPWIRE: 'STASH_TRIPWIRE',
  NOT_SET_UP: 'STASH_NOT_SET_UP',
  NEEDS_MIGRATION: 'STASH_NEEDS_MIGRATION',
  TOO_OLD: 'STASH_TOO_OLD',
  INVALID_OPERATION: 'STASH_REJECTED',
  RESOLVER: 'STASH_FAILED',
  TOO_LARGE: 'STASH_GARBAGE',
  REDIRECTED: 'STASH_GARBAGE',
  SERVER_ERROR: 'STASH_FAILED',
  GARBAGE: 'STASH_GARBAGE',
  TOO_SLOW: 'STASH_TOO_SLOW',
};

const SENTENCES: Readonly<Record<StashErrorKind, string>> = {
  UNREACHABLE: 'Stash cannot be reached.',
  UNAUTHORIZED:
    'Stash refuses us: STASH_API_KEY is wrong or missing, or is set although Stash has no user and password.',
  TRIPWIRE:
    'Stash has locked itself after a request from the internet: set a user and password in Stash, remove the mark from its configuration and restart it.',
  NOT_SET_UP: 'Stash has not been set up yet: open it in a browser and finish its setup.',
  NEEDS_MIGRATION:
    'Stash waits for its database to be migrated: open it in a browser and confirm the migration.',
  TOO_OLD: 'This Stash is too old: version 0.27 or newer is needed.',
  INVALID_OPERATION:
    'Stash does not understand our question: its schema differs from the one we know; `stash2plex schema check` says where.',
  RESOLVER: 'Stash failed over our question.',
  TOO_LARGE: 'Stash sent more data than one answer may hold.',
  REDIRECTED: 'Stash sent us to another address: enter the final address as STASH_URL.',
  SERVER_ERROR: 'Stash answered with an internal error.',
  GARBAGE: 'The answer did not come from Stash: check STASH_URL.',
  TOO_SLOW: 'Stash did not answer in time.',
};

/** Where the code says more than the kind. */
const FINER: Readonly<Partial<Record<StashErrorCode, string>>> = {
  REFUSED:
    'Nothing listens at the address of Stash: it is stopped, or STASH_URL names the wrong host or port.',
  NAME_UNKNOWN: 'The host name in STASH_URL is unknown: it is misspelt, or not known inside this container.',
  NAME_LOOKUP_FAILED: 'The host name in STASH_URL could not be looked up: the name service does not answer.',
  NO_ROUTE: 'There is no way through the network to the host in STASH_URL.',
  NO_CONNECTION: 'The host in STASH_URL does not accept connections: a firewall may drop them.',
  CUT_OFF: 'The connection to Stash was cut before the answer was complete: it may be restarting.',
  TLS: 'No secure connection to Stash: its certificate is not trusted, or STASH_URL should begin with the other of http and https.',
  GATEWAY: 'The proxy in front of Stash cannot reach it.',
  NO_GRAPHQL_HERE: 'There is no GraphQL at the address: check STASH_URL, above all its path.',
  WEB_PAGE: 'A web page came instead of data: STASH_URL names another program, or a proxy asks for a log-in.',
  DATABASE_LOCKED: 'The database of Stash is busy.',
  NIL_POINTER: 'Stash crashed over our question: it may be starting or migrating.',
};

/**
 * Why something cannot be known now, for an error of the Stash adapter or of the guards in front of it. A caller who
 * gave up says so by its aborted signal, since the reason in it can be anything. What is unknown here is a defect of
 * ours, and is thrown on.
 */
export function toUnknownCause(error: unknown, signal?: AbortSignal): UnknownCause {
  if (error instanceof StashError) return { reason: REASONS[error.kind], detail: toSentence(error) };
  if (error instanceof StoppingError) return { reason: 'STOPPING', detail: 'This service is stopping.' };
  if (error instanceof BreakerOpenError) {
    return { reason: 'BREAKER_OPEN', detail: 'Stash failed repeatedly a moment ago and is given a rest.' };
  }
  if (error instanceof AttemptTimedOutError) return { reason: 'STASH_TOO_SLOW', detail: SENTENCES.TOO_SLOW };
  if (error instanceof BudgetSpentError || signal?.aborted === true) {
    return { reason: 'BUDGET_SPENT', detail: 'There was no answer in the time that the request had.' };
  }
  throw error;
}

function toSentence(error: StashError): string {
  const sentence = (error.code && FINER[error.code]) ?? SENTENCES[error.kind];
  return error.member === undefined ? sentence : `${sentence} (${error.member})`;
}

/** The cause that stands for one part of an answer whose resolver failed. */
export function toResolverCause(code: UpstreamCode): UnknownCause {
  return toUnknownCause(new StashError('RESOLVER', { code }));
}
