import type { FetchedImage } from './image-source.ts';

/** A picture that did not end as it should. The message never repeats what upstream said. */
export class PictureCutShortError extends Error {
  override readonly name = 'PictureCutShortError';
  /** `CUT_SHORT`: it broke off, or is not as long as Stash said. */
  readonly reason: 'TOO_LARGE' | 'CUT_SHORT';

  constructor(
    reason: 'TOO_LARGE' | 'CUT_SHORT',
    expected: string,
    got: string,
    options?: { cause: unknown },
  ) {
    super(`expected ${expected} from Stash, but got: ${got}`, options);
    this.reason = reason;
  }
}

/**
 * Passes a picture on as it is taken, holding one chunk at a time.
 *
 * @throws PictureCutShortError when it is longer than `maxBytes`, not as long as Stash said, or breaks off. Status
 *   and headers are gone by then, so the caller can only cut the connection.
 */
export async function* streamPicture(image: FetchedImage, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of withoutUpstreamErrors(image.body)) {
    size += chunk.length;
    if (size > maxBytes)
      throw new PictureCutShortError('TOO_LARGE', `a picture of at most ${maxBytes} bytes`, 'more');
    if (size > (image.length ?? Infinity)) throw otherLength(image.length, 'more');
    yield chunk;
  }
  if (size < (image.length ?? 0)) throw otherLength(image.length, 'fewer');
}

async function* withoutUpstreamErrors(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw new PictureCutShortError('CUT_SHORT', 'a whole picture', 'a broken connection', { cause });
  }
}

function otherLength(length = 0, got: string): PictureCutShortError {
  return new PictureCutShortError('CUT_SHORT', `a picture of ${length} bytes`, got);
}
