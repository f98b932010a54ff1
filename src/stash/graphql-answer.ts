import { StashError, type UpstreamCode } from './stash-error.ts';
import { findUnknownMember, toUpstreamCode } from './upstream-message.ts';

/** One error beside the data: where it struck, and its class. */
interface GraphqlFailure {
  /** Response path, e.g. `['s3', 'files', 0]`; empty when Stash gave none. */
  readonly path: readonly (string | number)[];
  readonly code: UpstreamCode;
}

/** An answer with data; `failures` is empty unless parts of it are null because their resolvers failed. */
export interface GraphqlAnswer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly failures: readonly GraphqlFailure[];
}

interface UpstreamError {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly code: string | undefined;
}

/**
 * Reads Stash's answer to a GraphQL request. The content decides, not the label: Stash sends JSON as text/plain and
 * resolver errors with 200, and before 0.29 its validation errors differ in status. Throws a `StashError` otherwise.
 */
export function parseGraphqlAnswer(status: number, text: string): GraphqlAnswer {
  const body = parseJsonObject(text);
  if (body === undefined || status === 401 || status === 403) throw toHttpError(status, text);
  const errors = Array.isArray(body.errors) ? body.errors.map(toUpstreamError) : [];
  if (isRecord(body.data) && status < 400) return { data: body.data, failures: errors.map(toFailure) };
  throw errors.length > 0 ? toGraphqlError(status, errors) : toHttpError(status, text);
}

function toGraphqlError(status: number, errors: readonly UpstreamError[]): StashError {
  const invalid = errors.find((error) => error.code !== undefined);
  if (invalid !== undefined || (status >= 400 && status < 500)) {
    const member = errors.map((error) => findUnknownMember(error.message)).find((name) => name !== undefined);
    const code = member === undefined ? 'INVALID_DOCUMENT' : 'UNKNOWN_MEMBER';
    return new StashError('INVALID_OPERATION', { status, code, member });
  }
  if (status >= 500) return new StashError('SERVER_ERROR', { status });
  return new StashError('RESOLVER', { status, code: toUpstreamCode(errors[0]?.message ?? '') });
}

/** The error for an answer that is not what was asked for: its status and a glance at its text tell who wrote it. */
export function toHttpError(status: number, text: string): StashError {
  if (status === 401 || (status === 500 && text.trim() === 'unauthorized')) {
    return new StashError('UNAUTHORIZED', { status });
  }
  if (status === 403) return new StashError(isTripwire(text) ? 'TRIPWIRE' : 'UNAUTHORIZED', { status });
  if (status === 502 || status === 504) return new StashError('UNREACHABLE', { status, code: 'GATEWAY' });
  if (status >= 500 || status === 429) return new StashError('SERVER_ERROR', { status });
  if (status === 404 || status === 405) return new StashError('GARBAGE', { status, code: 'NO_GRAPHQL_HERE' });
  const code = /^\s*<(!doctype|html|\?xml)/i.test(text)
    ? 'WEB_PAGE'
    : parseJson(text) === undefined
      ? 'NOT_JSON'
      : 'UNEXPECTED_SHAPE';
  return new StashError('GARBAGE', { status, code });
}

/** Stash's own 403, the first one and all later ones: it was reached from a public address and has locked itself. */
function isTripwire(text: string): boolean {
  return /Stash (?:over the internet|is exposed to the public internet)/i.test(text);
}

function toFailure(error: UpstreamError): GraphqlFailure {
  return { path: error.path, code: toUpstreamCode(error.message) };
}

function toUpstreamError(value: unknown): UpstreamError {
  if (!isRecord(value)) return { message: '', path: [], code: undefined };
  const path = Array.isArray(value.path) ? value.path.filter(isPathStep) : [];
  const code = isRecord(value.extensions) ? value.extensions.code : undefined;
  return {
    message: typeof value.message === 'string' ? value.message : '',
    path,
    code: typeof code === 'string' ? code : undefined,
  };
}

function parseJsonObject(text: string): Record<string, unknown> | undefined {
  const value = parseJson(text);
  return isRecord(value) ? value : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The syntax error quotes what it could not read, so it goes no further.
    return undefined;
  }
}

function isPathStep(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
