import type { IncomingMessage } from 'node:http';

/** One request to PMS, read. */
export interface PmsRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The body as text; empty for none. */
  readonly body: string;
  readonly wantsJson: boolean;
  /** An `X-Plex-…` parameter: PMS takes each as a header or in the query. */
  readonly findPlexParameter: (name: string) => string | undefined;
}

/** Reads a request and its body. */
export async function readPmsRequest(incoming: IncomingMessage): Promise<PmsRequest> {
  const { pathname, searchParams: query } = new URL(incoming.url ?? '/', 'http://pms');
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return {
    method: incoming.method ?? 'GET',
    path: pathname,
    query,
    body: Buffer.concat(chunks).toString(),
    wantsJson: (incoming.headers.accept ?? '').includes('application/json'),
    findPlexParameter: (name) => {
      const header = incoming.headers[name.toLowerCase()];
      return typeof header === 'string' ? header : (query.get(name) ?? undefined);
    },
  };
}
