import type { UnknownCause } from '../model/unknown-cause.ts';
import { limitSilence } from './limit-silence.ts';
import { optional } from './loose.ts';
import type { StashClient } from './stash-client.ts';
import { toUnknownCause } from './to-unknown-cause.ts';
import type { ImagePath } from './transport.ts';

/** The pictures Stash keeps that we ask for: `/scene/{id}/screenshot` and `/performer/{id}/image`. */
type StashImageKind = 'SCENE_COVER' | 'PERFORMER';

interface FetchImageOptions {
  /** An entity tag of an earlier answer, verbatim. */
  readonly ifNoneMatch?: string;
  /** Governs the whole exchange, the body included. */
  readonly signal: AbortSignal;
}

/**
 * What asking for a picture came to. Stash answers 200 with a drawing where it has no picture: whether an `IMAGE` is
 * one is for the caller to see. `NO_PICTURE` is Stash's 404.
 */
type ImageAnswer =
  | {
      readonly kind: 'IMAGE';
      readonly contentType: string;
      readonly etag?: string;
      /** In bytes, as they come out of `body`; left out where Stash did not say. */
      readonly length?: number;
      /** Leave the iteration or cancel to release the connection. Fails with a `StashError` when Stash falls silent. */
      readonly body: ReadableStream<Uint8Array>;
    }
  | { readonly kind: 'NOT_MODIFIED'; readonly etag?: string }
  | { readonly kind: 'NO_PICTURE' }
  | { readonly kind: 'UNKNOWN'; readonly cause: UnknownCause };

export interface StashImages {
  /** Asks for one picture. `id` is decimal digits. Trouble with Stash, and an aborted signal, is `UNKNOWN`. */
  fetchImage(kind: StashImageKind, id: string, options: FetchImageOptions): Promise<ImageAnswer>;
}

/** Pictures of one Stash, under the guards of requests until their headers are there. `stallMs`: longest silence after. */
export function createStashImages(client: StashClient, stallMs: number): StashImages {
  return {
    async fetchImage(kind, id, { ifNoneMatch, signal }) {
      if (!/^[0-9]{1,18}$/.test(id)) return { kind: 'NO_PICTURE' };
      try {
        const response = await client.openImage(toImagePath(kind, id), { etag: ifNoneMatch, signal });
        return await toAnswer(response, stallMs, signal);
      } catch (error) {
        return { kind: 'UNKNOWN', cause: toUnknownCause(error, signal) };
      }
    },
  };
}

function toImagePath(kind: StashImageKind, id: string): ImagePath {
  return kind === 'SCENE_COVER' ? `/scene/${id}/screenshot` : `/performer/${id}/image`;
}

async function toAnswer(response: Response, stallMs: number, signal: AbortSignal): Promise<ImageAnswer> {
  const { body, headers } = response;
  const etag = optional('etag', headers.get('etag') ?? undefined);
  if (response.status === 200 && body !== null) {
    const contentType = headers.get('content-type') ?? '';
    return {
      kind: 'IMAGE',
      contentType,
      ...etag,
      ...toLength(headers),
      body: limitSilence(body, stallMs, signal),
    };
  }
  await body?.cancel();
  return response.status === 304 ? { kind: 'NOT_MODIFIED', ...etag } : { kind: 'NO_PICTURE' };
}

/** Of a compressed answer the header tells the length on the wire, not the one that comes out here. */
function toLength(headers: Headers): { readonly length?: number } {
  const length = headers.get('content-length');
  const known = length !== null && /^\d+$/.test(length) && !headers.has('content-encoding');
  return optional('length', known ? Number(length) : undefined);
}
