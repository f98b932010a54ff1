/**
 * Reads a body as UTF-8 text, at most `maxBytes` of it as decompressed; beyond that the connection is closed and what
 * `toTooLarge` makes is thrown. Errors of the stream come through as they are.
 */
export async function readCappedText(
  response: Response,
  maxBytes: number,
  toTooLarge: () => Error,
): Promise<string> {
  const body: ReadableStream<Uint8Array> | null = response.body;
  if (body === null) return '';
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await body.cancel();
    throw toTooLarge();
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early cancels the stream, which aborts the request.
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw toTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes).toString('utf8');
}
