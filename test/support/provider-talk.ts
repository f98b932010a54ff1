import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { validateExchange } from '../../simulators/plex/contract/validate-exchange.ts';

/** A request as anybody might send it: nothing is checked or corrected on the way. */
export interface RawRequest {
  readonly method?: string;
  /** Path and query below the provider's address; `undefined` is the address itself. */
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

/** A conversation with a provider in which the contract's validator reads every answer. */
export interface ProviderTalk extends Disposable {
  send(request: RawRequest): Promise<RawAnswer>;
  get(path: string, headers?: OutgoingHttpHeaders): Promise<RawAnswer>;
  match(hints: object, query?: string): Promise<RawAnswer>;
  /** Everything that answers did wrong so far. */
  readonly violations: readonly string[];
}

/** @param secrets texts that may stand in no answer */
export function talkTo(provider: string, secrets: readonly string[] = []): ProviderTalk {
  const base = new URL(provider);
  const basePath = base.pathname.replace(/\/$/, '');
  const agent = new Agent({ keepAlive: true, maxSockets: 250 });
  const violations: string[] = [];
  const send = async (raw: RawRequest): Promise<RawAnswer> => {
    const answer = await exchange(agent, base, basePath, raw);
    const { method = 'GET', path = '', json } = raw;
    // The answer to HEAD has no body to judge.
    if (method === 'HEAD') return answer;
    const { status, headers, text: bodyText } = answer;
    const judged = { method, path: basePath + path, requestBody: json, status, headers, bodyText };
    violations.push(...validateExchange(judged, { basePath, secrets }));
    return answer;
  };
  return {
    send,
    get: (path, headers = {}) => send({ path, headers }),
    match: (hints, query = '') =>
      send({ method: 'POST', path: `/library/metadata/matches${query}`, json: { type: 1, ...hints } }),
    violations,
    [Symbol.dispose]: () => agent.destroy(),
  };
}

function exchange(agent: Agent, base: URL, basePath: string, raw: RawRequest): Promise<RawAnswer> {
  const { method = 'GET', path = '', headers = {}, json } = raw;
  const body = raw.body ?? (json === undefined ? undefined : JSON.stringify(json));
  const { hostname, port } = base;
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const whole = basePath + path;
  const outgoing = request({
    agent,
    method,
    hostname,
    port,
    path: whole === '' ? '/' : whole,
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
  });
  outgoing.on('error', reject).once('response', (incoming) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
    incoming.once('end', () => {
      const bytes = Buffer.concat(chunks);
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        bytes,
        text: bytes.toString(),
      });
    });
  });
  outgoing.end(body);
  return promise;
}

/** The code of an error answer. */
export function codeOf({ text }: RawAnswer): string {
  return (JSON.parse(text) as { error: { code: string } }).error.code;
}

/** A movie as the tests look at it. */
export interface AnsweredMovie {
  readonly guid: string;
  readonly ratingKey: string;
  readonly title: string;
  readonly [field: string]: unknown;
}

/** The movies in an answer. */
export function moviesOf({ text }: RawAnswer): readonly AnsweredMovie[] {
  const { MediaContainer } = JSON.parse(text) as { MediaContainer: { Metadata: AnsweredMovie[] } };
  return MediaContainer.Metadata;
}
