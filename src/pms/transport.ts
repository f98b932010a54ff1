import { BudgetSpentError } from '../lib/policy-errors.ts';
import { runWithin } from '../lib/run-within.ts';
import type { Secret } from '../lib/secret.ts';
import { parsePmsBaseUrl } from './base-url.ts';
import { toNetworkError } from './network-error.ts';
import { parseBody } from './parse-body.ts';
import { PmsError } from './pms-error.ts';
import { readCappedText } from '../lib/read-capped-text.ts';
import { refuseResponse } from './refuse-response.ts';

export interface PmsTransportOptions {
  /** `PLEX_URL`: with or without path prefix, trailing slash or `/web`. */
  readonly baseUrl: string;
  /** Sent only if there is one: a PMS may let its own network in without. */
  readonly token?: Secret | undefined;
  /** Names this installation to PMS; the same for ever, else each start is one more device in its list. */
  readonly clientIdentifier: string;
  /** Time one exchange has until its body is complete; 30,000 unless set. */
  readonly timeoutMs?: number;
  /** Longest body in bytes, decompressed; 64 MiB unless set. */
  readonly maxBodyBytes?: number;
}

export interface PmsRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** E.g. `/library/sections/all`; text from elsewhere in it must be percent-encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
}

interface PmsAnswer {
  /** Parsed JSON of any shape; `undefined` for an empty body. */
  readonly body: unknown;
  readonly headers: Headers;
}

/**
 * One plain exchange with PMS over HTTP, without retry or limit: those are in `guards.ts`. Throws `PmsError`, or the
 * reason of the caller's signal.
 */
export interface PmsTransport {
  send(request: PmsRequest, signal: AbortSignal): Promise<PmsAnswer>;
}

const TIMEOUT_MS = 30_000;
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Makes the one transport to PMS. Throws a `TypeError` when the address, the token or the identifier is unusable. */
export function createPmsTransport(options: PmsTransportOptions): PmsTransport {
  const { timeoutMs = TIMEOUT_MS, maxBodyBytes = MAX_BODY_BYTES } = options;
  const base = parsePmsBaseUrl(options.baseUrl);
  const headers = toHeaders(options);
  const exchange = async ({ method = 'GET', path, query }: PmsRequest, signal: AbortSignal) => {
    const response = await fetch(toUrl(base, path, query), { method, headers, redirect: 'manual', signal });
    await refuseResponse(response);
    const toTooLarge = () => new PmsError('TOO_LARGE', { status: response.status });
    const text = await readCappedText(response, maxBodyBytes, toTooLarge);
    return { body: parseBody(text), headers: response.headers };
  };
  return {
    async send(request, signal) {
      try {
        return await runWithin(timeoutMs, [signal], (within) => exchange(request, within));
      } catch (error) {
        throw signal.aborted ? signal.reason : toPmsError(error);
      }
    },
  };
}

function toPmsError(error: unknown): PmsError {
  if (error instanceof PmsError) return error;
  return error instanceof BudgetSpentError
    ? new PmsError('TOO_SLOW', { cause: error })
    : toNetworkError(error);
}

function toUrl(base: string, path: string, query: PmsRequest['query'] = {}): string {
  const text = new URLSearchParams(query).toString();
  return `${base}${path}${text === '' ? '' : `?${text}`}`;
}

/** The version header selects the meanings of Plex's OpenAPI document 1.2; without it old ones hold. */
function toHeaders({ token, clientIdentifier }: PmsTransportOptions): Record<string, string> {
  return {
    Accept: 'application/json',
    'X-Plex-Product': 'Stash2Plex',
    'X-Plex-Pms-Api-Version': '1.2.0',
    'X-Plex-Client-Identifier': expectHeaderText(clientIdentifier, 'the client identifier'),
    ...(token === undefined ? {} : { 'X-Plex-Token': expectHeaderText(token.reveal(), 'PLEX_TOKEN') }),
  };
}

/** Checked here because `fetch` would repeat the text, and with it the token, in its own error. */
function expectHeaderText(text: string, name: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw new TypeError(
    `expected ${name} to be one word of plain letters, digits and signs, but got: something else, copy it again`,
  );
}
