import { StashError, type UnreachableCode } from './stash-error.ts';

const CODES: Readonly<Record<string, UnreachableCode>> = {
  ECONNREFUSED: 'REFUSED',
  ENOTFOUND: 'NAME_UNKNOWN',
  EAI_AGAIN: 'NAME_LOOKUP_FAILED',
  EHOSTUNREACH: 'NO_ROUTE',
  ENETUNREACH: 'NO_ROUTE',
  EHOSTDOWN: 'NO_ROUTE',
  ETIMEDOUT: 'NO_CONNECTION',
  UND_ERR_CONNECT_TIMEOUT: 'NO_CONNECTION',
  ECONNRESET: 'CUT_OFF',
  EPIPE: 'CUT_OFF',
  UND_ERR_SOCKET: 'CUT_OFF',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'CUT_OFF',
};

/** Node's own time-outs for an answer: they strike only when `STASH_TIMEOUT_MS` is set to more than five minutes. */
const SILENT: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Turns what `fetch` threw into an `UNREACHABLE` error with the class of its cause, or `TOO_SLOW`. */
export function toNetworkError(error: unknown): StashError {
  if (listCodes(error).some((code) => SILENT.has(code))) return new StashError('TOO_SLOW', { cause: error });
  return new StashError('UNREACHABLE', { code: classify(error), cause: error });
}

function classify(error: unknown): UnreachableCode {
  for (const code of listCodes(error)) {
    const known = CODES[code];
    if (known !== undefined) return known;
    if (/^(CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|EPROTO|HPE_)/.test(code)) return 'TLS';
  }
  return 'OTHER';
}

/** The codes of an error and its causes, outermost first; `fetch` hides the telling one a level or two down. */
function listCodes(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [...own, ...inner.flatMap((cause) => listCodes(cause, depth + 1))];
}
