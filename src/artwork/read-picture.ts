import { discardBody } from './discard-body.ts';
import type { FetchedImage } from './image-source.ts';

/** What reading a whole picture into memory came to. */
export type PictureReading =
  | { readonly kind: 'READ'; readonly bytes: Uint8Array }
  | { readonly kind: 'TOO_LARGE' }
  | { readonly kind: 'CUT_SHORT' };

/**
 * Reads a whole picture, at most `maxBytes` of it: leaving the loop early releases the connection.
 */
export async function readPicture(image: FetchedImage, maxBytes: number): Promise<PictureReading> {
  if ((image.length ?? 0) > maxBytes) {
    await discardBody(image.body);
    return { kind: 'TOO_LARGE' };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of image.body) {
      size += chunk.length;
      if (size > maxBytes) return { kind: 'TOO_LARGE' };
      chunks.push(chunk);
    }
  } catch {
    return { kind: 'CUT_SHORT' };
  }
  if (image.length !== undefined && image.length !== size) return { kind: 'CUT_SHORT' };
  return { kind: 'READ', bytes: Buffer.concat(chunks, size) };
}
