import type { IncompleteCause, IncompleteReason } from '../gaps/sweep.ts';
import type { PmsError, PmsErrorCode, PmsErrorKind } from './pms-error.ts';

const REASONS: Readonly<Record<PmsErrorKind, IncompleteReason>> = {
  UNREACHABLE: 'PLEX_UNREACHABLE',
  NAME_NOT_FOUND: 'PLEX_UNREACHABLE',
  TLS_NAME_MISMATCH: 'PLEX_UNREACHABLE',
  TLS_FAILED: 'PLEX_UNREACHABLE',
  UNAUTHORIZED: 'PLEX_UNAUTHORIZED',
  STARTING: 'PLEX_STARTING',
  TOO_OLD: 'PLEX_TOO_OLD',
  NOT_FOUND: 'PLEX_FAILED',
  REDIRECTED: 'PLEX_FAILED',
  HTML_ERROR: 'PLEX_FAILED',
  GARBAGE: 'PLEX_FAILED',
  TOO_SLOW: 'PLEX_UNREACHABLE',
  TOO_LARGE: 'PLEX_FAILED',
};

const SENTENCES: Readonly<Record<PmsErrorKind, string>> = {
  UNREACHABLE: 'Plex cannot be reached: check that it runs, and PLEX_URL.',
  NAME_NOT_FOUND:
    'The host name in PLEX_URL is unknown: it is misspelt or not known inside this container; a plex.direct name may be blocked by the DNS rebinding protection of the router.',
  TLS_NAME_MISMATCH:
    'The certificate of Plex is for another name than the host in PLEX_URL: Plex holds one for its plex.direct name only, so use https://<address-with-dashes>.<hash>.plex.direct:32400 as the server shows it, or http:// inside your own network.',
  TLS_FAILED:
    'No secure connection to Plex: its certificate is not trusted (NODE_EXTRA_CA_CERTS can name your own authority), or PLEX_URL should begin with the other of http and https.',
  UNAUTHORIZED:
    'Plex refuses us: PLEX_TOKEN is wrong, has expired, or is not the token of the server’s owner.',
  STARTING: 'Plex is starting or under maintenance: try again in a few minutes.',
  TOO_OLD: 'This Plex Media Server is too old: custom metadata providers need version 1.43.0 or newer.',
  NOT_FOUND: 'Plex does not have what was asked for: PLEX_URL has a wrong path, or the library is gone.',
  REDIRECTED: 'Plex sent us to another address: enter the final address as PLEX_URL.',
  HTML_ERROR: 'Plex answered with an error page.',
  GARBAGE: 'The answer did not come from a Plex Media Server: check PLEX_URL.',
  TOO_SLOW: 'Plex did not answer in time: it may be busy, or its disk may be asleep.',
  TOO_LARGE: 'Plex sent more data than one answer may hold: it does not divide its listing into pages.',
};

/** Where the code says more than the kind. */
const FINER: Readonly<Partial<Record<PmsErrorCode, string>>> = {
  REFUSED:
    'Nothing listens at the address of Plex: it is stopped, or PLEX_URL names the wrong host or port (inside a container, localhost is the container itself).',
  NO_ROUTE: 'There is no way through the network to the host in PLEX_URL.',
  NO_CONNECTION: 'The host in PLEX_URL does not accept connections: a firewall may drop them.',
  CUT_OFF: 'The connection to Plex was cut before the answer was complete: it may be restarting.',
  LOOKUP_FAILED: 'The host name in PLEX_URL could not be looked up: the name service does not answer.',
  WEB_PAGE: 'A web page came instead of data: PLEX_URL names another program, or a proxy asks for a log-in.',
};

/** Why a sweep cannot read PMS, for an error of this adapter: a sentence for people, with what to do. */
export function toIncompleteCause(error: PmsError): IncompleteCause {
  return { reason: REASONS[error.kind], detail: toSentence(error) };
}

function toSentence({ kind, code, status, version }: PmsError): string {
  const sentence = (code && FINER[code]) ?? SENTENCES[kind];
  if (version !== undefined) return `${sentence} (This is ${version}.)`;
  return kind === 'HTML_ERROR' && status !== undefined ? `${sentence} (HTTP ${status})` : sentence;
}
