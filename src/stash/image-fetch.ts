import type { UnknownCause } from '../model/unknown-cause.ts';
import { limitSilence } from './limit-silence.ts';
import type { StashClient } from './stash-client.ts';
import { toUnknownCause } from './to-unknown-cause.ts';
import type { ImagePath } from './transport.ts';

/** A picture that Stash keeps: a scene's cover or a performer's photo. `version` is the `t` of Stash's own addresses. */
export interface ImageSubject {
  readonly kind: 'SCENE' | 'PERFORMER';
  /** Decimal digits. */
  readonly id: string;
  readonly version?: string | undefined;
}

/** What asking for a picture came to. `NO_PICTURE` is said only when Stash answered that it has none of its own. */
export type ImageAnswer =
  | {
      readonly kind: 'IMAGE';
      /** Cancel it when it is not read to the end. It fails with a `StashError` when Stash falls silent. */
      readonly body: ReadableStream<Uint8Array>;
      readonly contentType: string;
      readonly etag?: string;
      /** In bytes, where Stash said so. */
      readonly length?: number;
    }
  | { readonly kind: 'NOT_MODIFIED' }
  | { readonly kind: 'NO_PICTURE' }
  | { readonly kind: 'UNKNOWN'; readonly cause: UnknownCause };

export interface ImageQuestion {
  /** An entity tag of an earlier answer. */
  readonly etag?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Entity tags are the MD5 of the bytes, so the drawing that stands in for a missing cover always has this one. */
const DEFAULT_COVER_ETAG = '5aedb3fa13f6bcea641a6957afd2390d';

/**
 * Asks Stash for a picture and hands out its bytes as they come. Stash answers 200 with a drawing where it has no
 * picture; drawings are SVG (no Plex client shows those anyway) or known by their entity tag.
 *
 * @param stallMs longest silence of Stash in the middle of a picture.
 */
export function createImageFetch(client: StashClient, stallMs: number) {
  return async (subject: ImageSubject, question: ImageQuestion = {}): Promise<ImageAnswer> => {
    if (!/^[0-9]{1,18}$/.test(subject.id)) return { kind: 'NO_PICTURE' };
    try {
      return await toAnswer(await client.openImage(toImagePath(subject), question), stallMs);
    } catch (error) {
      return { kind: 'UNKNOWN', cause: toUnknownCause(error, question.signal) };
    }
  };
}

function toImagePath({ kind, id, version }: ImageSubject): ImagePath {
  const query = version === undefined ? '' : `?t=${encodeURIComponent(version)}`;
  return kind === 'SCENE' ? `/scene/${id}/screenshot${query}` : `/performer/${id}/image${query}`;
}

async function toAnswer(response: Response, stallMs: number): Promise<ImageAnswer> {
  const { body, headers } = response;
  if (response.status === 304) return { kind: 'NOT_MODIFIED' };
  if (response.status !== 200 || body === null || isDrawing(headers)) {
    await body?.cancel();
    return { kind: 'NO_PICTURE' };
  }
  const etag = headers.get('etag');
  const length = Number(headers.get('content-length') ?? Number.NaN);
  return {
    kind: 'IMAGE',
    body: limitSilence(body, stallMs),
    contentType: headers.get('content-type') ?? 'application/octet-stream',
    ...(etag === null ? {} : { etag }),
    // Of a compressed answer the header tells the length on the wire, not ours.
    ...(Number.isSafeInteger(length) && !headers.has('content-encoding') ? { length } : {}),
  };
}

function isDrawing(headers: Headers): boolean {
  const tag = (headers.get('etag') ?? '').replace(/^W\//, '').replaceAll('"', '');
  return tag === DEFAULT_COVER_ETAG || /^image\/svg/i.test(headers.get('content-type') ?? '');
}
