import type { IncomingMessage } from 'node:http';
import { badRequest } from './http-error.ts';

/** Refuses what is not UTF-8. It keeps nothing between two whole texts, so one serves all requests. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a request body as JSON.
 *
 * A body over the limit is refused as 400, since Plex's provider contract lists no 413. The rest of it is thrown away as it
 * comes, so that the caller can read the answer; the listener's request time-out ends one that never ends.
 *
 * @param limitBytes most bytes that are read.
 * @throws HttpError 400 for a body that is too large, cut short or not JSON.
 */
export async function readJsonBody(request: IncomingMessage, limitBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, limitBytes);
  if (bytes.length === 0) throw badRequest('BODY_MISSING', 'Expected a JSON body, but got none.');
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    throw badRequest('BODY_NOT_JSON', 'Expected a JSON body, but got something that does not parse.');
  }
}

async function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limitBytes) throw refuseRest(request, limitBytes);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limitBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw badRequest('BODY_CUT_SHORT', 'Expected a whole body, but the connection ended inside it.');
  }
  // Only here: while the loop reads, the request cannot be told to flow.
  if (size > limitBytes) throw refuseRest(request, limitBytes);
  return Buffer.concat(chunks, size);
}

function refuseRest(request: IncomingMessage, limitBytes: number): Error {
  request.resume();
  return badRequest('BODY_TOO_LARGE', `Expected a body of at most ${limitBytes} bytes, but got more.`);
}
