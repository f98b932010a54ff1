/**
 * What can go wrong between us and Stash. The token is the same in logs and metrics.
 *
 * `UNREACHABLE` no connection · `UNAUTHORIZED` the key is wrong or missing · `TRIPWIRE` Stash locked itself after a
 * request from the internet · `NOT_SET_UP`, `NEEDS_MIGRATION`, `TOO_OLD` Stash is not ready for us ·
 * `INVALID_OPERATION` not the schema we know · `RESOLVER` Stash failed over a valid question · `TOO_LARGE` more bytes
 * than we take · `REDIRECTED` sent elsewhere · `SERVER_ERROR` a bare 5xx · `GARBAGE` no GraphQL answer · `TOO_SLOW`.
 */
export type StashErrorKind =
  | 'UNREACHABLE'
  | 'UNAUTHORIZED'
  | 'TRIPWIRE'
  | 'NOT_SET_UP'
  | 'NEEDS_MIGRATION'
  | 'TOO_OLD'
  | 'INVALID_OPERATION'
  | 'RESOLVER'
  | 'TOO_LARGE'
  | 'REDIRECTED'
  | 'SERVER_ERROR'
  | 'GARBAGE'
  | 'TOO_SLOW';

/** Finer classes of connections that failed and of messages that Stash is known to send. */
export type StashErrorCode =
  | UnreachableCode
  | UpstreamCode
  | 'UNKNOWN_MEMBER'
  | 'INVALID_DOCUMENT'
  | 'NO_GRAPHQL_HERE'
  | 'WEB_PAGE'
  | 'NOT_JSON'
  | 'UNEXPECTED_SHAPE';

export type UnreachableCode =
  | 'REFUSED'
  | 'NAME_UNKNOWN'
  | 'NAME_LOOKUP_FAILED'
  | 'NO_ROUTE'
  | 'NO_CONNECTION'
  | 'CUT_OFF'
  | 'TLS'
  | 'GATEWAY'
  | 'OTHER';

/** Classes of resolver errors, from Stash's source and from running servers; all else is `OTHER`. */
export type UpstreamCode =
  | 'FILE_NOT_FOUND'
  | 'ID_NOT_FOUND'
  | 'BAD_ID'
  | 'BAD_PATTERN'
  | 'INVALID_SORT'
  | 'UNSUPPORTED_FILTER'
  | 'TOO_MANY_TERMS'
  | 'DATABASE_LOCKED'
  | 'NIL_POINTER'
  | 'OTHER';

export interface StashErrorDetails {
  readonly code?: StashErrorCode | undefined;
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** A schema member such as `Scene.groups`; never text from the library. */
  readonly member?: string | undefined;
  readonly cause?: unknown;
}

/** A question to Stash that got no usable answer. The message is ours: nothing Stash wrote is in it. */
export class StashError extends Error {
  override readonly name = 'StashError';
  readonly kind: StashErrorKind;
  readonly code: StashErrorCode | undefined;
  readonly status: number | undefined;
  readonly member: string | undefined;

  constructor(kind: StashErrorKind, details: StashErrorDetails = {}) {
    super(toMessage(kind, details), details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.code = details.code;
    this.status = details.status;
    this.member = details.member;
  }
}

function toMessage(kind: StashErrorKind, { code, status, member }: StashErrorDetails): string {
  const facts = [code, status === undefined ? undefined : `HTTP ${status}`, member].filter(
    (fact) => fact !== undefined,
  );
  return `expected an answer of Stash, but got: ${kind}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`;
}
