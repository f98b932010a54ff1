/**
 * What can go wrong between us and PMS. The token is the same in logs and metrics.
 *
 * `UNREACHABLE` no connection · `NAME_NOT_FOUND` the host name is unknown · `TLS_NAME_MISMATCH` the certificate is for
 * another name · `TLS_FAILED` no secure connection for another reason · `UNAUTHORIZED` the token is wrong or missing ·
 * `STARTING` 503, as PMS answers while it starts · `TOO_OLD` a PMS without custom providers · `NOT_FOUND` 404 ·
 * `REDIRECTED` sent elsewhere · `HTML_ERROR` any other error status · `GARBAGE` no answer of a PMS · `TOO_SLOW` ·
 * `TOO_LARGE` more bytes than we take.
 */
export type PmsErrorKind =
  | 'UNREACHABLE'
  | 'NAME_NOT_FOUND'
  | 'TLS_NAME_MISMATCH'
  | 'TLS_FAILED'
  | 'UNAUTHORIZED'
  | 'STARTING'
  | 'TOO_OLD'
  | 'NOT_FOUND'
  | 'REDIRECTED'
  | 'HTML_ERROR'
  | 'GARBAGE'
  | 'TOO_SLOW'
  | 'TOO_LARGE';

/** Finer classes where the kind leaves open what to do. */
export type PmsErrorCode =
  | 'REFUSED'
  | 'NO_ROUTE'
  | 'NO_CONNECTION'
  | 'CUT_OFF'
  | 'LOOKUP_FAILED'
  | 'WEB_PAGE'
  | 'XML'
  | 'NOT_JSON'
  | 'UNEXPECTED_SHAPE';

export interface PmsErrorDetails {
  readonly code?: PmsErrorCode | undefined;
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** For `TOO_OLD`: the version as three numbers. */
  readonly version?: string | undefined;
  readonly cause?: unknown;
}

/** A question to PMS that got no usable answer. The message is ours: nothing PMS wrote is in it. */
export class PmsError extends Error {
  override readonly name = 'PmsError';
  readonly kind: PmsErrorKind;
  readonly code: PmsErrorCode | undefined;
  readonly status: number | undefined;
  readonly version: string | undefined;

  constructor(kind: PmsErrorKind, details: PmsErrorDetails = {}) {
    super(toMessage(kind, details), details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.code = details.code;
    this.status = details.status;
    this.version = details.version;
  }
}

function toMessage(kind: PmsErrorKind, { code, status, version }: PmsErrorDetails): string {
  const facts = [code, status === undefined ? undefined : `HTTP ${status}`, version].filter(
    (fact) => fact !== undefined,
  );
  return `expected an answer of Plex, but got: ${kind}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`;
}
