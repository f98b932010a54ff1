import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** What Node's parser found wrong with what came over a connection, where 400 does not say it. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Answers what is no HTTP request, in the form of all other errors, and closes the connection: nobody knows where a next
 * request would begin. Where something was answered before, the error could be taken for a part of it and is left out.
 */
export function answerParseError(
  error: NodeJS.ErrnoException,
  socket: Duplex & { readonly bytesWritten?: number },
): void {
  if (!socket.writable || (socket.bytesWritten ?? 0) > 0) {
    socket.destroy();
    return;
  }
  const status = STATUSES[error.code ?? ''] ?? 400;
  const body = JSON.stringify({ error: toError(status) });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function toError(status: number): { readonly code: string; readonly message: string } {
  if (status === 408)
    return { code: 'REQUEST_TOO_SLOW', message: 'Expected a request in time, but got none.' };
  return { code: 'NOT_HTTP', message: 'Expected an HTTP request, but got something that does not parse.' };
}
