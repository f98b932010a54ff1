import type { IncomingMessage } from 'node:http';
import { type Answer, answerEmpty, answerText } from './answer.ts';
import { isPrivateAddress } from './private-address.ts';

/** A wrong key, or none where one is needed: no body, no reason. */
export const UNAUTHORIZED = answerEmpty(401, { 'www-authenticate': 'FormBased' });

/**
 * Who may come in, in Stash's order of checks: the latched tripwire, the API key, the addresses of the caller when
 * there are no credentials, and the log-in.
 */
export class AccessControl {
  readonly #apiKey: string | undefined;
  #isTripped = false;

  constructor(apiKey: string | undefined) {
    this.#apiKey = apiKey;
  }

  /**
   * Whether a public address was seen on a server without credentials. Everything but healthz is then 403, also after
   * a restart, until the owner edits the configuration.
   */
  get isTripped(): boolean {
    return this.#isTripped;
  }

  /** What the owner does to a tripped server: edits the configuration. */
  resetTripwire(): void {
    this.#isTripped = false;
  }

  /** The answer that refuses the request; undefined when it may go on. */
  findRefusal(request: IncomingMessage, url: URL): Answer | undefined {
    if (this.#isTripped)
      return answerText(
        403,
        'Stash is exposed to the public internet, so this simulated one serves nothing more.',
      );
    const key = readKey(request, url);
    if (key !== '') return key === this.#apiKey ? undefined : UNAUTHORIZED;
    return this.#apiKey === undefined ? this.#watchTripwire(request) : askForLogin(url);
  }

  #watchTripwire(request: IncomingMessage): Answer | undefined {
    const forwarded = request.headers['x-forwarded-for'];
    const addresses = forwarded === undefined ? [] : String(forwarded).split(', ');
    if ([request.socket.remoteAddress ?? '', ...addresses].every(isPrivateAddress)) return undefined;
    this.#isTripped = true;
    return answerText(
      403,
      'Somebody reached this simulated Stash over the internet, and it has no credentials.',
    );
  }
}

/** The header before the query; an empty one is none. `Authorization` is not looked at. */
function readKey(request: IncomingMessage, url: URL): string {
  const header = request.headers['apikey'];
  return (typeof header === 'string' && header) || (url.searchParams.get('apikey') ?? '');
}

/** The log-in page is open; GraphQL and files are refused; everything else is sent to the log-in page. */
function askForLogin(url: URL): Answer | undefined {
  if (url.pathname === '/login') return undefined;
  const extension = /\.([^./]+)$/.exec(url.pathname)?.[1] ?? 'html';
  if (url.pathname === '/graphql' || extension !== 'html') return UNAUTHORIZED;
  const location = `/login?returnURL=${encodeURIComponent(url.pathname + url.search)}`;
  const headers = { 'content-type': 'text/html; charset=utf-8', location };
  return { status: 302, headers, body: `<a href="${location}">Found</a>.\n\n` };
}
