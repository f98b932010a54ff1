import pLimit from 'p-limit';
import type { UnknownCause } from '../model/unknown-cause.ts';
import { discardBody } from './discard-body.ts';
import type { FetchedImage, ImageFetch, ImageSource, StashPictureKind } from './image-source.ts';
import type { MakePoster } from './make-poster.ts';
import { type KeptPicture, type PictureStore, toPictureKey } from './picture-cache.ts';
import type { PosterMode } from './poster-mode.ts';
import { readPicture } from './read-picture.ts';
import { sourceEtagOf } from './source-etag.ts';
import { SharedFlights } from './shared-flights.ts';
import { BROKE_OFF, UNASKED } from './stash-trouble.ts';

export interface ProduceDeps {
  readonly images: ImageSource;
  readonly store: PictureStore;
  readonly makePoster: MakePoster;
  /** Most bytes of a source picture that are read. */
  readonly maxBytes: number;
}

/** A picture that needs making: which Stash picture, and how. */
export interface PictureOrder {
  readonly mode: PosterMode;
  readonly source: StashPictureKind;
  readonly id: string;
}

type Production =
  | { readonly kind: 'PRODUCED'; readonly picture: KeptPicture }
  | { readonly kind: 'NO_PICTURE' | 'INVALID_PICTURE' | 'TOO_LARGE' }
  | { readonly kind: 'UNKNOWN'; readonly cause: UnknownCause };

/** Produces a picture, or finds the kept one still good; `undefined` when the signal aborted first. */
export type ProducePicture = (order: PictureOrder, signal: AbortSignal) => Promise<Production | undefined>;

/** Each holds a whole source picture in memory, so their number bounds the memory. */
const ORDERS_AT_A_TIME = 4;

/**
 * Makes pictures on demand: asks Stash whether the kept one is still good (304), makes a new one if not, and serves
 * the kept one while Stash cannot answer. Callers that want the same picture at once share one production.
 */
export function createProducePicture(deps: ProduceDeps): ProducePicture {
  const flights = new SharedFlights<Production>();
  const limit = pLimit(ORDERS_AT_A_TIME);
  return (order, signal) =>
    flights.join(toPictureKey(order.mode, order.source, order.id), signal, (flightSignal) =>
      limit(() => produce(deps, order, flightSignal)),
    );
}

async function produce(deps: ProduceDeps, order: PictureOrder, signal: AbortSignal): Promise<Production> {
  const kept = deps.store.find(toPictureKey(order.mode, order.source, order.id));
  const ifNoneMatch = kept ? { ifNoneMatch: kept.sourceEtag } : {};
  const fetched = await deps.images.fetchImage(order.source, order.id, { ...ifNoneMatch, signal });
  if (fetched.kind === 'NO_PICTURE') return fetched;
  if (kept && isStillGood(kept, fetched)) {
    if (fetched.kind === 'IMAGE') await discardBody(fetched.body);
    return { kind: 'PRODUCED', picture: kept };
  }
  return fetched.kind === 'IMAGE' ? make(deps, order, fetched, kept) : orUnknown(kept, fetched);
}

/** A proxy may swallow `If-None-Match`, so the same ETag on a whole answer counts like a 304. */
function isStillGood(kept: KeptPicture, fetched: ImageFetch): boolean {
  return fetched.kind === 'NOT_MODIFIED' || (fetched.kind === 'IMAGE' && fetched.etag === kept.sourceEtag);
}

async function make(
  deps: ProduceDeps,
  order: PictureOrder,
  image: FetchedImage,
  kept: KeptPicture | undefined,
): Promise<Production> {
  const reading = await readPicture(image, deps.maxBytes);
  if (reading.kind === 'TOO_LARGE') return reading;
  if (reading.kind === 'CUT_SHORT') return orUnknown(kept, BROKE_OFF);
  const made = await deps.makePoster(reading.bytes, order.mode);
  if (made.kind === 'INVALID_PICTURE') return made;
  const key = toPictureKey(order.mode, order.source, order.id);
  const { contentType, bytes } = made;
  const picture = { key, sourceEtag: sourceEtagOf(image, reading.bytes), contentType, bytes };
  deps.store.save(picture);
  return { kind: 'PRODUCED', picture };
}

/** An earlier picture is better than none while nobody can tell whether it changed. */
function orUnknown(kept: KeptPicture | undefined, fetched: ImageFetch): Production {
  if (kept) return { kind: 'PRODUCED', picture: kept };
  return fetched.kind === 'UNKNOWN' ? fetched : UNASKED;
}
