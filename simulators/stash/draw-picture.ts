import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import sharp from 'sharp';
import type { PictureKind } from '../library/library-contents.ts';

/** A picture as Stash serves it; the ETag is the MD5 of the bytes, in quotes. */
export interface Picture {
  readonly contentType: string;
  readonly etag: string;
  readonly bytes: Uint8Array;
}

/** What to draw; equal requests give equal bytes, any difference shows. */
export interface PictureRequest {
  readonly kind: Exclude<PictureKind, 'NONE'>;
  /** Names the subject, e.g. `scene/12/0`. */
  readonly subject: string;
  readonly width: number;
  readonly height: number;
}

const CONTENT_TYPES = {
  JPEG: 'image/jpeg',
  PNG: 'image/png',
  WEBP: 'image/webp',
  SVG: 'image/svg+xml',
} as const;

/** Draws pictures when they are first asked for and keeps the last few hundred. */
export class PictureDrawer {
  readonly #drawn = new LRUCache<string, Promise<Picture>>({ max: 400 });

  draw(request: PictureRequest): Promise<Picture> {
    const key = `${request.kind} ${request.subject}`;
    const known = this.#drawn.get(key);
    if (known) return known;
    const drawn = drawPicture(request);
    this.#drawn.set(key, drawn);
    return drawn;
  }
}

/** @returns a picture of bytes that stay as they are, with their ETag */
export function toPicture(contentType: string, bytes: Uint8Array): Picture {
  return { contentType, bytes, etag: `"${createHash('md5').update(bytes).digest('hex')}"` };
}

async function drawPicture(request: PictureRequest): Promise<Picture> {
  if (request.kind === 'SVG') return toPicture(CONTENT_TYPES.SVG, Buffer.from(toSvg(request)));
  const format = request.kind === 'JPEG' ? 'jpeg' : request.kind === 'PNG' ? 'png' : 'webp';
  const raw = { width: request.width, height: request.height, channels: 3 as const };
  const bytes = await sharp(toPixels(request), { raw }).toFormat(format).toBuffer();
  return toPicture(CONTENT_TYPES[request.kind], bytes);
}

/** The stripes of `toSvg` as red, green and blue bytes: a service in the same process may forbid sharp to read SVG. */
function toPixels({ subject, width, height }: PictureRequest): Buffer {
  const digest = createHash('md5').update(subject).digest();
  const line = Buffer.alloc(width * 3);
  for (let x = 0; x < width; x += 1) {
    const at = Math.floor((x * digest.length) / width);
    line.set(
      [0, 5, 10].map((step) => digest[(at + step) % digest.length] ?? 0),
      x * 3,
    );
  }
  return Buffer.concat(Array.from({ length: height }, () => line));
}

/** Stripes whose colours spell out a digest of the subject. */
function toSvg({ subject, width, height }: PictureRequest): string {
  const digest = createHash('md5').update(subject).digest();
  const stripes = Array.from(digest, (byte, index) => {
    const x = (index * width) / digest.length;
    const colour = `hsl(${Math.round((byte * 360) / 256)},60%,${30 + (index % 4) * 12}%)`;
    return `<rect x="${x}" y="0" width="${width / digest.length + 1}" height="${height}" fill="${colour}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${stripes.join('')}</svg>`;
}
