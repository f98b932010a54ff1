import type { UnknownCause } from '../model/unknown-cause.ts';
import { acceptPicturesOnly } from './accept-pictures-only.ts';
import { ARTWORK_KINDS } from './artwork-kind.ts';
import type { RecordArtworkTrouble } from './artwork-trouble.ts';
import { parseHeldTags } from './entity-tags.ts';
import { toForgivingStore } from './forgiving-store.ts';
import type { ImageSource } from './image-source.ts';
import type { MakePoster } from './make-poster.ts';
import { type ArtworkPathParts, parseArtworkPath } from './parse-artwork-path.ts';
import type { PictureStore } from './picture-cache.ts';
import type { PosterMode } from './poster-mode.ts';
import { createProducePicture } from './produce-picture.ts';
import { createServeOriginal } from './serve-original.ts';
import { createServeProduced } from './serve-produced.ts';
import type { ArtworkSigner } from './signer.ts';

interface ArtworkRequest {
  readonly path: ArtworkPathParts;
  /** The header as it came. */
  readonly ifNoneMatch?: string | undefined;
  /** Aborts when the caller has gone or its time is over; it governs a streamed picture to its end. */
  readonly signal: AbortSignal;
}

/** What a request for artwork comes to. `MALFORMED` and `BAD_SIGNATURE`: an address that we did not write. */
export type ArtworkOutcome =
  | SentBytes
  | SentStream
  | { readonly kind: 'NOT_MODIFIED'; readonly etag: string | undefined }
  | { readonly kind: 'MALFORMED' | 'BAD_SIGNATURE' | 'NO_PICTURE' | 'INVALID_PICTURE' | 'TOO_LARGE' }
  | { readonly kind: 'UNKNOWN'; readonly cause: UnknownCause };

export interface SentBytes {
  readonly kind: 'SEND_BYTES';
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly etag: string;
}

export interface SentStream {
  readonly kind: 'SEND_STREAM';
  /** Throws PictureCutShortError when the picture does not end as it should. */
  readonly stream: AsyncIterable<Uint8Array>;
  readonly contentType: string;
  readonly etag: string | undefined;
  /** bytes */
  readonly length: number | undefined;
}

export type ServeArtwork = (request: ArtworkRequest) => Promise<ArtworkOutcome>;

export interface ServeArtworkDeps {
  readonly signer: ArtworkSigner;
  readonly images: ImageSource;
  readonly store: PictureStore;
  readonly makePoster: MakePoster;
  readonly posterMode: PosterMode;
  readonly recordTrouble: RecordArtworkTrouble;
  /** Most bytes of one picture that are read from Stash. */
  readonly maxBytes?: number;
}

const MAX_BYTES = 32 * 1024 * 1024;

/** Decides what a request for artwork is answered with. Any validly signed version gets the picture of now. */
export function createServeArtwork(deps: ServeArtworkDeps): ServeArtwork {
  const { signer, makePoster, posterMode, recordTrouble, maxBytes = MAX_BYTES } = deps;
  const images = acceptPicturesOnly(deps.images);
  const store = toForgivingStore(deps.store, recordTrouble);
  const producePicture = createProducePicture({ images, store, makePoster, maxBytes });
  const serveProduced = createServeProduced(producePicture);
  const serveOriginal = createServeOriginal({ images, store, maxBytes, serveProduced });
  return async ({ path, ifNoneMatch, signal }) => {
    const claimed = parseArtworkPath(path);
    if (claimed === undefined) return { kind: 'MALFORMED' };
    if (!signer.isSignatureOf(claimed.address, claimed.signature)) return { kind: 'BAD_SIGNATURE' };
    const { kind, id } = claimed.address;
    const mode = kind === 'SCENE_POSTER' ? posterMode : 'original';
    const order = { mode, source: ARTWORK_KINDS[kind].source, id };
    const serve = mode === 'original' ? serveOriginal : serveProduced;
    return serve(order, parseHeldTags(ifNoneMatch), signal);
  };
}
