import { PmsError } from './pms-error.ts';

/**
 * Reads a body as UTF-8 text, at most `maxBytes` of it as decompressed; beyond that the connection is closed and
 * `TOO_LARGE` thrown. Errors of the stream come through as they are.
 */
export async function readCappedText(response: Response, maxBytes: number): Promise<string> {
  const body: ReadableStream<Uint8Array> | null = response.body;
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early cancels the stream, which aborts the request.
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new PmsError('TOO_LARGE', { status: response.status });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes).toString('utf8');
}
