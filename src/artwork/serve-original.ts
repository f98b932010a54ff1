import { beginStream } from './begin-stream.ts';
import { discardBody } from './discard-body.ts';
import { type HeldTags, isHeld, parseEntityTag, toIfNoneMatch } from './entity-tags.ts';
import type { FetchedImage, ImageFetch, ImageSource } from './image-source.ts';
import { type KeptPicture, type PictureStore, toPictureKey } from './picture-cache.ts';
import type { PictureOrder } from './produce-picture.ts';
import type { ArtworkOutcome } from './serve-artwork.ts';
import { type ServeOrder, toBytesOutcome } from './serve-produced.ts';
import { BROKE_OFF, UNASKED } from './stash-trouble.ts';

export interface ServeOriginalDeps {
  readonly images: ImageSource;
  readonly store: PictureStore;
  readonly maxBytes: number;
  /** For pictures whose format Plex does not show reliably. */
  readonly serveProduced: ServeOrder;
}

/** What every Plex client shows. WebP, which Stash keeps too, is unreliable there and becomes a JPEG. */
const SHOWN_EVERYWHERE: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);

/** Serves pictures as Stash has them: streamed, and kept only where their format had to be changed. */
export function createServeOriginal(deps: ServeOriginalDeps): ServeOrder {
  return async (order, held, signal) => {
    const kept = deps.store.find(toPictureKey(order.mode, order.source, order.id));
    const fetched = await fetchUnlessHeld(deps, order, held, kept, signal);
    if (fetched.kind === 'IMAGE') return passOn(deps, order, held, fetched, signal);
    if (fetched.kind === 'NOT_MODIFIED') return toUnchanged(fetched, held, kept);
    return fetched.kind === 'UNKNOWN' && kept ? toBytesOutcome(kept, held) : fetched;
  };
}

function fetchUnlessHeld(
  { images }: ServeOriginalDeps,
  { source, id }: PictureOrder,
  held: HeldTags,
  kept: KeptPicture | undefined,
  signal: AbortSignal,
): Promise<ImageFetch> {
  const ifNoneMatch = toIfNoneMatch(held, kept?.sourceEtag);
  return images.fetchImage(source, id, { ...(ifNoneMatch === undefined ? {} : { ifNoneMatch }), signal });
}

/** Stash says which of the tags it took; without that, a kept picture is the safe reading. */
function toUnchanged(
  { etag }: { readonly etag?: string },
  held: HeldTags,
  kept: KeptPicture | undefined,
): ArtworkOutcome {
  if (kept !== undefined && (etag === undefined || etag === kept.sourceEtag))
    return toBytesOutcome(kept, held);
  const wasAsked = held !== 'ANY' && held.length > 0;
  return wasAsked ? { kind: 'NOT_MODIFIED', etag: parseEntityTag(etag) } : UNASKED;
}

async function passOn(
  deps: ServeOriginalDeps,
  order: PictureOrder,
  held: HeldTags,
  image: FetchedImage,
  signal: AbortSignal,
): Promise<ArtworkOutcome> {
  const etag = parseEntityTag(image.etag);
  if (SHOWN_EVERYWHERE.has(image.contentType) && !isHeld(held, etag)) return stream(image, deps.maxBytes);
  await discardBody(image.body);
  if (SHOWN_EVERYWHERE.has(image.contentType)) return { kind: 'NOT_MODIFIED', etag };
  return deps.serveProduced(order, held, signal);
}

async function stream(image: FetchedImage, maxBytes: number): Promise<ArtworkOutcome> {
  const begun = await beginStream(image, maxBytes);
  if (begun.kind === 'CUT_SHORT') return BROKE_OFF;
  if (begun.kind === 'TOO_LARGE') {
    await discardBody(image.body);
    return begun;
  }
  const { contentType, length } = image;
  const etag = parseEntityTag(image.etag);
  return { kind: 'SEND_STREAM', stream: begun.stream, contentType, etag, length };
}
