import type { FetchedImage } from './image-source.ts';
import { PictureCutShortError, streamPicture } from './stream-picture.ts';

/** A stream whose first bytes are there, or the reason why there are none. */
export type BegunStream =
  | { readonly kind: 'BEGUN'; readonly stream: AsyncIterable<Uint8Array> }
  | { readonly kind: 'TOO_LARGE' }
  | { readonly kind: 'CUT_SHORT' };

/**
 * Waits for the first bytes of a picture, since what goes wrong before them can still be answered with a status.
 * It takes nothing else from Stash.
 */
export async function beginStream(image: FetchedImage, maxBytes: number): Promise<BegunStream> {
  if ((image.length ?? 0) > maxBytes) return { kind: 'TOO_LARGE' };
  const stream = streamPicture(image, maxBytes);
  try {
    return { kind: 'BEGUN', stream: resume(await stream.next(), stream) };
  } catch (error) {
    if (!(error instanceof PictureCutShortError)) throw error;
    return { kind: error.reason };
  }
}

async function* resume(
  first: IteratorResult<Uint8Array>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    if (first.done !== true) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
