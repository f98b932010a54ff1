import { Agent, type ClientRequest, type IncomingHttpHeaders, request as sendRequest } from 'node:http';

/** A request to a provider, as PMS makes it. */
export interface ProviderRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

interface ReceivedAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What came of it: a whole answer, or none. */
export type ProviderReply =
  | (ReceivedAnswer & { readonly kind: 'ANSWERED'; readonly tookMs: number })
  | { readonly kind: 'NO_ANSWER'; readonly reason: 'TIMED_OUT' | 'BROKEN_OFF'; readonly tookMs: number };

/** Calls a provider over kept-alive connections. */
export interface ProviderClient extends AsyncDisposable {
  send(request: ProviderRequest, signal?: AbortSignal): Promise<ProviderReply>;
}

export interface ProviderClientOptions {
  /** Connections held at most. */
  readonly connections: number;
  /** How long PMS waits for a whole answer. */
  readonly timeoutMs: number;
  readonly version: string;
}

/** An HTTP client that looks like PMS and gives up as PMS does. Speaks plain http. */
export function createProviderClient(options: ProviderClientOptions): ProviderClient {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections, scheduling: 'lifo' });
  return {
    send: (request, signal) => sendTwiceIfStale(agent, request, options, signal),
    [Symbol.asyncDispose]: async () => agent.destroy(),
  };
}

/** A kept-alive connection may have been closed by the other side a moment ago: that is no failure of the provider. */
async function sendTwiceIfStale(
  agent: Agent,
  request: ProviderRequest,
  options: ProviderClientOptions,
  signal: AbortSignal | undefined,
): Promise<ProviderReply> {
  const first = await sendOnce(agent, request, options, signal);
  return first === 'STALE_CONNECTION' ? sendFresh(request, options, signal) : first;
}

async function sendFresh(
  request: ProviderRequest,
  options: ProviderClientOptions,
  signal: AbortSignal | undefined,
): Promise<ProviderReply> {
  const agent = new Agent();
  const reply = await sendOnce(agent, request, options, signal);
  if (reply === 'STALE_CONNECTION') throw new TypeError('expected a new connection, but got a reused one');
  return reply;
}

async function sendOnce(
  agent: Agent,
  request: ProviderRequest,
  { timeoutMs, version }: ProviderClientOptions,
  signal: AbortSignal | undefined,
): Promise<ProviderReply | 'STALE_CONNECTION'> {
  signal?.throwIfAborted();
  const startedAt = performance.now();
  const outgoing = open(agent, request, version, signal);
  const cut = new AbortController();
  const timer = setTimeout(() => {
    cut.abort();
    outgoing.destroy();
  }, timeoutMs);
  try {
    const answer = await readAnswer(outgoing);
    return { kind: 'ANSWERED', ...answer, tookMs: performance.now() - startedAt };
  } catch {
    signal?.throwIfAborted();
    if (!cut.signal.aborted && outgoing.reusedSocket) return 'STALE_CONNECTION';
    const reason = cut.signal.aborted ? 'TIMED_OUT' : 'BROKEN_OFF';
    return { kind: 'NO_ANSWER', reason, tookMs: performance.now() - startedAt };
  } finally {
    clearTimeout(timer);
  }
}

function open(
  agent: Agent,
  request: ProviderRequest,
  version: string,
  signal: AbortSignal | undefined,
): ClientRequest {
  const body = request.body === undefined ? undefined : Buffer.from(JSON.stringify(request.body));
  const outgoing = sendRequest(request.url, {
    agent,
    method: request.method,
    ...(signal === undefined ? {} : { signal }),
    headers: {
      Accept: 'application/json',
      'User-Agent': `PlexMediaServer/${version}`,
      ...(body === undefined
        ? {}
        : { 'Content-Type': 'application/json', 'Content-Length': String(body.length) }),
      ...request.headers,
    },
  });
  outgoing.end(body);
  return outgoing;
}

function readAnswer(outgoing: ClientRequest): Promise<ReceivedAnswer> {
  return new Promise((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.once('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.once('end', () => {
        const { statusCode = 0, headers } = incoming;
        resolve({ status: statusCode, headers, body: Buffer.concat(chunks) });
      });
    });
  });
}
