import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** True once the client closed the connection before it had its answer. */
  cut: boolean;
}

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text and bytes are sent as they are, all else as JSON. */
  readonly body?: unknown;
}

/** Answers one request, or takes the response into its own hands and returns nothing. */
export type Script = (
  request: SeenRequest,
  response: ServerResponse,
) => ScriptedAnswer | undefined | Promise<ScriptedAnswer | undefined>;

export interface ScriptedStash extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  script: Script;
}

/** A server on a free port of the loopback that answers as the script says and takes down what it was asked. */
export async function startScriptedStash(script: Script): Promise<ScriptedStash> {
  const requests: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request: SeenRequest = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString('utf8'),
        cut: false,
      };
      requests.push(request);
      response.on('close', () => (request.cut = !response.writableFinished));
      void answer(stash.script, request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stash: ScriptedStash = {
    url: `http://127.0.0.1:${port}`,
    requests,
    script,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stash;
}

async function answer(script: Script, request: SeenRequest, response: ServerResponse): Promise<void> {
  const scripted = await script(request, response);
  if (scripted === undefined) return;
  const { status = 200, headers = { 'content-type': 'application/json' }, body = '' } = scripted;
  response.writeHead(status, headers);
  response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

/** The GraphQL request in a body. */
export function readGraphql(request: SeenRequest): {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
} {
  return JSON.parse(request.body) as { query: string; variables: Record<string, unknown> };
}
