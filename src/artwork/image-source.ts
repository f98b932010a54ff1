import type { UnknownCause } from '../model/unknown-cause.ts';

/** The two sorts of Stash picture that we serve: `/scene/{id}/screenshot` and `/performer/{id}/image`. */
export type StashPictureKind = 'SCENE_COVER' | 'PERFORMER';

/** Fetches pictures from Stash. What an answer means is judged here; the adapter moves bytes. */
export interface ImageSource {
  /**
   * Asks Stash for one picture with GET (Stash answers HEAD with 405).
   *
   * - Never rejects for trouble with Stash: that is `UNKNOWN`, also when `signal` aborts before the answer.
   * - Never follows a redirect: without credentials Stash sends pictures to its log-in page with a 302, and a
   *   follower would read 200 and HTML. Any 3xx but 304, and any 401 or 403, is `UNKNOWN`.
   * - 404 is `NO_PICTURE`. Stash's own default pictures come as 200; callers recognise them, adapters need not.
   *
   * @param id decimal digits; anything else never gets here.
   */
  fetchImage(kind: StashPictureKind, id: string, options: FetchImageOptions): Promise<ImageFetch>;
}

interface FetchImageOptions {
  /** Sent as `If-None-Match`, verbatim. */
  readonly ifNoneMatch?: string;
  /** Governs the whole exchange, the body included: when it aborts, the connection to Stash is released. */
  readonly signal: AbortSignal;
}

export interface FetchedImage {
  readonly kind: 'IMAGE';
  /** The Content-Type header as it came; `''` when there was none. */
  readonly contentType: string;
  /** The ETag header as it came, with its quotes. Stash's is the MD5 of the bytes. */
  readonly etag?: string;
  /** Length of the body in bytes; left out when unknown, and when the body was decoded on its way. */
  readonly length?: number;
  /**
   * The bytes, read from Stash only as fast as they are taken. Leaving the iteration early releases the connection.
   * It throws when the connection breaks.
   */
  readonly body: AsyncIterable<Uint8Array>;
}

export type ImageFetch =
  | FetchedImage
  | { readonly kind: 'NOT_MODIFIED'; readonly etag?: string }
  | { readonly kind: 'NO_PICTURE' }
  | { readonly kind: 'UNKNOWN'; readonly cause: UnknownCause };
