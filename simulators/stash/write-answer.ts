import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Answer } from './answer.ts';

/** Sends an answer whole. */
export function writeAnswer(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed) return;
  const length = status === 304 ? {} : { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length });
  response.end(response.req.method === 'HEAD' || status === 304 ? undefined : body);
}

/** Sends half of an answer and cuts the connection. */
export function writeCut(response: ServerResponse, { status, headers, body }: Answer): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length + 1 });
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy());
}

/** Sends the start of an answer and then the same letter for as long as somebody reads. */
export async function writeEndless(
  response: ServerResponse,
  { status, headers, body }: Answer,
): Promise<void> {
  response.writeHead(status, headers);
  response.write(Buffer.from(body).subarray(0, 64));
  // It can only end by the reader going away, which a pipeline reports as an error.
  await pipeline(endlessLetters, response).catch(() => undefined);
}

async function* endlessLetters(): AsyncGenerator<Buffer> {
  const letters = Buffer.alloc(64 * 1024, 'a');
  for (;;) {
    yield letters;
    await nextTurn();
  }
}

/** Lets other connections have their turn between two writes that the socket swallows at once. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
