import { type HeldTags, isHeld } from './entity-tags.ts';
import { type KeptPicture, toPictureEtag } from './picture-cache.ts';
import type { PictureOrder, ProducePicture } from './produce-picture.ts';
import type { ArtworkOutcome } from './serve-artwork.ts';

/** Serves one picture order to a client that holds the pictures of these tags. */
export type ServeOrder = (
  order: PictureOrder,
  held: HeldTags,
  signal: AbortSignal,
) => Promise<ArtworkOutcome>;

/** Serves pictures that we make. */
export function createServeProduced(producePicture: ProducePicture): ServeOrder {
  return async (order, held, signal) => {
    const production = await producePicture(order, signal);
    if (production === undefined) return ABANDONED;
    return production.kind === 'PRODUCED' ? toBytesOutcome(production.picture, held) : production;
  };
}

/** Sends a picture that we have, unless the client has it too. */
export function toBytesOutcome(picture: KeptPicture, held: HeldTags): ArtworkOutcome {
  const etag = toPictureEtag(picture);
  if (isHeld(held, etag)) return { kind: 'NOT_MODIFIED', etag };
  return { kind: 'SEND_BYTES', bytes: picture.bytes, contentType: picture.contentType, etag };
}

const ABANDONED: ArtworkOutcome = {
  kind: 'UNKNOWN',
  cause: { reason: 'BUDGET_SPENT', detail: 'The picture was not ready in time; ask again.' },
};
