import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from 'koa';
import { HttpError, cannotKnowNow } from '../http/http-error.ts';
import { sendError } from '../http/use-json-errors.ts';
import type { RecordArtworkTrouble } from './artwork-trouble.ts';
import type { ArtworkOutcome, SentBytes, SentStream } from './serve-artwork.ts';
import { PictureCutShortError } from './stream-picture.ts';

/** A day: addresses change with the picture, and what changed without that is noticed a day later. */
const KEEP = 'public, max-age=86400';

/**
 * Writes an outcome as an HTTP answer.
 *
 * Addresses that we did not write are a 404, as Plex's contract knows no 403, and the same for every reason, so that
 * nobody learns which ids exist. Pictures that cannot be served at all are a 404 too: asking again would not help.
 */
export function sendArtwork(
  ctx: Context,
  outcome: ArtworkOutcome,
  recordTrouble: RecordArtworkTrouble,
): void {
  switch (outcome.kind) {
    case 'SEND_BYTES':
      sendBytes(ctx, outcome);
      return;
    case 'SEND_STREAM':
      sendStream(ctx, outcome, recordTrouble);
      return;
    case 'NOT_MODIFIED':
      ctx.status = 304;
      setCaching(ctx, outcome.etag);
      return;
    default:
      ctx.set('Cache-Control', 'no-store');
      sendError(ctx, toError(outcome));
  }
}

type Refusal = Exclude<ArtworkOutcome, { kind: 'SEND_BYTES' | 'SEND_STREAM' | 'NOT_MODIFIED' }>;

function toError(outcome: Refusal): HttpError {
  switch (outcome.kind) {
    case 'MALFORMED':
    case 'BAD_SIGNATURE':
      return new HttpError(404, 'NO_SUCH_ARTWORK', 'This address was not issued here.');
    case 'NO_PICTURE':
      return new HttpError(404, 'NO_PICTURE', 'Stash has no picture of its own here.');
    case 'INVALID_PICTURE':
      return new HttpError(404, 'INVALID_PICTURE', 'The picture in Stash is damaged or no photo.');
    case 'TOO_LARGE':
      return new HttpError(404, 'PICTURE_TOO_LARGE', 'The picture in Stash is larger than is passed on.');
    case 'UNKNOWN':
      return cannotKnowNow(outcome.cause.reason, outcome.cause.detail);
  }
}

function sendBytes(ctx: Context, { bytes, contentType, etag }: SentBytes): void {
  setPicture(ctx, contentType, etag);
  ctx.body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Ties a stream to the response: back-pressure both ways, and either end takes the other with it. It is not left to
 * Koa, which reports a caller that goes away as an error of the application.
 */
function sendStream(ctx: Context, outcome: SentStream, recordTrouble: RecordArtworkTrouble): void {
  setPicture(ctx, outcome.contentType, outcome.etag);
  if (outcome.length !== undefined) ctx.length = outcome.length;
  if (ctx.method === 'HEAD') return;
  ctx.respond = false;
  pipeline(Readable.from(outcome.stream, { objectMode: false }), ctx.res).catch((error: unknown) => {
    if (error instanceof PictureCutShortError) recordTrouble('PICTURE_CUT_SHORT', error);
  });
}

function setPicture(ctx: Context, contentType: string, etag: string | undefined): void {
  ctx.status = 200;
  ctx.set('Content-Type', contentType);
  setCaching(ctx, etag);
}

function setCaching(ctx: Context, etag: string | undefined): void {
  if (etag !== undefined) ctx.set('ETag', etag);
  ctx.set('Cache-Control', KEEP);
}
