import type { FetchedImage } from './image-source.ts';

/** A picture that ended in the middle of its answer. The message never repeats what upstream said. */
export class PictureCutShortError extends Error {
  override readonly name = 'PictureCutShortError';
}

/**
 * Passes a picture on as it is taken, holding one chunk at a time.
 *
 * @throws PictureCutShortError when it is longer than `maxBytes`, not as long as Stash said, or breaks off: status
 *   and headers are gone by then, so the caller can only cut the connection.
 */
export async function* streamPicture(image: FetchedImage, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of withoutUpstreamErrors(image.body)) {
    size += chunk.length;
    if (size > maxBytes) throw cutShort(`at most ${maxBytes} bytes`, 'more');
    if (image.length !== undefined && size > image.length) throw cutShort(`${image.length} bytes`, 'more');
    yield chunk;
  }
  if (image.length !== undefined && size < image.length) throw cutShort(`${image.length} bytes`, 'fewer');
}

async function* withoutUpstreamErrors(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw new PictureCutShortError('expected a whole picture from Stash, but got: a broken connection', {
      cause,
    });
  }
}

function cutShort(expected: string, got: string): PictureCutShortError {
  return new PictureCutShortError(`expected a picture of ${expected} from Stash, but got: ${got}`);
}
