import { PmsError, type PmsErrorCode, type PmsErrorKind } from './pms-error.ts';

type NetworkTrouble = readonly [kind: PmsErrorKind, code?: PmsErrorCode];

const TROUBLES: Readonly<Record<string, NetworkTrouble>> = {
  ECONNREFUSED: ['UNREACHABLE', 'REFUSED'],
  EHOSTUNREACH: ['UNREACHABLE', 'NO_ROUTE'],
  ENETUNREACH: ['UNREACHABLE', 'NO_ROUTE'],
  EHOSTDOWN: ['UNREACHABLE', 'NO_ROUTE'],
  ETIMEDOUT: ['UNREACHABLE', 'NO_CONNECTION'],
  UND_ERR_CONNECT_TIMEOUT: ['UNREACHABLE', 'NO_CONNECTION'],
  ECONNRESET: ['UNREACHABLE', 'CUT_OFF'],
  EPIPE: ['UNREACHABLE', 'CUT_OFF'],
  UND_ERR_SOCKET: ['UNREACHABLE', 'CUT_OFF'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['UNREACHABLE', 'CUT_OFF'],
  ENOTFOUND: ['NAME_NOT_FOUND'],
  EAI_AGAIN: ['NAME_NOT_FOUND', 'LOOKUP_FAILED'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['TLS_NAME_MISMATCH'],
  UND_ERR_HEADERS_TIMEOUT: ['TOO_SLOW'],
  UND_ERR_BODY_TIMEOUT: ['TOO_SLOW'],
};

const TLS = /^(CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|EPROTO|HPE_)/;

/** Turns what `fetch` threw into the class of its cause. */
export function toNetworkError(error: unknown): PmsError {
  const [kind, code] = classify(listCodes(error));
  return new PmsError(kind, { code, cause: error });
}

function classify(codes: readonly string[]): NetworkTrouble {
  for (const code of codes) {
    const known = TROUBLES[code];
    if (known !== undefined) return known;
    if (TLS.test(code)) return ['TLS_FAILED'];
  }
  return ['UNREACHABLE'];
}

/** The codes of an error and its causes, outermost first; `fetch` hides the telling one a level or two down. */
function listCodes(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const inner: readonly unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  return [...own, ...inner.flatMap((cause) => listCodes(cause, depth + 1))];
}
