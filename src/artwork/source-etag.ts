import { createHash } from 'node:crypto';
import type { FetchedImage } from './image-source.ts';
import { parseEntityTag } from './entity-tags.ts';

/**
 * The ETag under which a picture can be asked for again. Stash's is the MD5 of the bytes in quotes, so one that a
 * proxy dropped or mangled can be written anew.
 */
export function sourceEtagOf(image: FetchedImage, bytes: Uint8Array): string {
  return parseEntityTag(image.etag) ?? `"${createHash('md5').update(bytes).digest('hex')}"`;
}
