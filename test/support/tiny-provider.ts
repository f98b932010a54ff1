import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  containerOf,
  goldenError,
  goldenExtras,
  goldenImages,
  goldenManifest,
  goldenMovie,
  goldenNoMatch,
  IDENTIFIER,
} from './golden-provider-answers.ts';

/** One request the provider got. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  /** Tells connections apart. */
  readonly remotePort: number | undefined;
}

/** An answer; `undefined` for none at all, ever. */
export type TinyAnswer =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body: string | Buffer }
  | undefined;

/** A provider that knows every file whose name begins with `known`, and can be told to misbehave. */
export interface TinyProvider extends AsyncDisposable {
  readonly uri: string;
  readonly seen: SeenRequest[];
  /** Asked first; `'USUAL'` leaves the request to the well-behaved provider. */
  misbehave: (request: SeenRequest) => TinyAnswer | 'USUAL' | 'HANG_UP';
}

/** Starts one; `basePath` is put before every route. */
export async function startTinyProvider(basePath = ''): Promise<TinyProvider> {
  const seen: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { method = '', url = '', headers, socket } = incoming;
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      const request = { method, url, headers, body, remotePort: socket.remotePort };
      seen.push(request);
      const wish = provider.misbehave(request);
      if (wish === 'HANG_UP') response.destroy();
      const answer = wish === 'USUAL' ? toUsualAnswer(request, basePath) : wish;
      if (answer === undefined || answer === 'HANG_UP') return;
      response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers });
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const provider: TinyProvider = {
    uri: `http://127.0.0.1:${port}${basePath}`,
    seen,
    misbehave: () => 'USUAL',
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return provider;
}

/** A JSON answer. */
export function answerOf(status: number, body: unknown, headers: Record<string, string> = {}): TinyAnswer {
  return { status, headers, body: JSON.stringify(body) };
}

/** What a provider says while it cannot know. */
export const cannotKnow = answerOf(500, goldenError, { 'Retry-After': '30' });

/** The movie the provider has for a ratingKey. */
export function movieOf(ratingKey: string) {
  const key = `/library/metadata/${ratingKey}`;
  return {
    ...goldenMovie,
    ratingKey,
    key,
    guid: `${IDENTIFIER}://movie/${ratingKey}`,
    title: `Movie ${ratingKey}`,
  };
}

function toUsualAnswer({ method, url, body }: SeenRequest, basePath: string): TinyAnswer {
  const path = url.slice(basePath.length).split('?')[0] ?? '';
  if (path === '' || path === '/') return answerOf(200, goldenManifest);
  if (method === 'POST') return answerOf(200, toMatches(body));
  if (path.endsWith('/images')) return answerOf(200, goldenImages);
  if (path.endsWith('/extras')) return answerOf(200, goldenExtras);
  return answerOf(200, containerOf('Metadata', [movieOf(path.split('/').at(-1) ?? '')]));
}

/** `…known 7.mp4` is movie 7; a person asking gets a second candidate. */
function toMatches(body: unknown) {
  const { title = '', manual } = body as { title?: string; manual?: number };
  const id = /known (\d+)/.exec(title)?.[1];
  if (id === undefined) return goldenNoMatch;
  const found = [movieOf(id), ...(manual === 1 ? [movieOf(`${id}0`)] : [])];
  return containerOf('Metadata', found);
}
