import { discardBody } from './discard-body.ts';
import { type HeldTags, isHeld, parseEntityTag, toIfNoneMatch } from './entity-tags.ts';
import type { FetchedImage, ImageFetch, ImageSource } from './image-source.ts';
import { type KeptPicture, type PictureStore, toPictureKey } from './picture-cache.ts';
import type { PictureOrder } from './produce-picture.ts';
import type { ArtworkOutcome } from './serve-artwork.ts';
import { type ServeOrder, toBytesOutcome } from './serve-produced.ts';
import { streamPicture } from './stream-picture.ts';
import { UNASKED } from './unasked-answer.ts';

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
  const refusal = await refuse(image, held, deps.maxBytes);
  if (refusal === 'CONVERT') return deps.serveProduced(order, held, signal);
  if (refusal) return refusal;
  const { contentType, length } = image;
  const etag = parseEntityTag(image.etag);
  return { kind: 'SEND_STREAM', stream: streamPicture(image, deps.maxBytes), contentType, etag, length };
}

/** Why a picture is not streamed; its body is given up then. */
async function refuse(
  image: FetchedImage,
  held: HeldTags,
  maxBytes: number,
): Promise<ArtworkOutcome | 'CONVERT' | undefined> {
  const reason = reasonToRefuse(image, held, maxBytes);
  if (reason !== undefined) await discardBody(image.body);
  return reason;
}

function reasonToRefuse(
  image: FetchedImage,
  held: HeldTags,
  maxBytes: number,
): ArtworkOutcome | 'CONVERT' | undefined {
  if (!SHOWN_EVERYWHERE.has(image.contentType)) return 'CONVERT';
  if (isHeld(held, parseEntityTag(image.etag))) return { kind: 'NOT_MODIFIED', etag: image.etag };
  return (image.length ?? 0) > maxBytes ? { kind: 'TOO_LARGE' } : undefined;
}
