import pLimit from 'p-limit';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import type { PosterMode } from './poster-mode.ts';
import { FULL_POSTER, type PixelSize, isNearPoster, toCrop, toFrame } from './poster-size.ts';

/** What making a picture came to. `INVALID_PICTURE`: it cannot be decoded, or decodes to more than we take. */
type PosterMade =
  | { readonly kind: 'MADE'; readonly contentType: 'image/jpeg'; readonly bytes: Uint8Array }
  | { readonly kind: 'INVALID_PICTURE' };

/** Turns a picture of any common format into a JPEG; never rejects for what is in it. */
export type MakePoster = (source: Uint8Array, mode: PosterMode) => Promise<PosterMade>;

/** Frames of 8K video are 33 million pixels. */
const MAX_INPUT_PIXELS = 50_000_000;
const JPEG_QUALITY = 85;
/** Longest side of a picture that only changes its format: 4K. */
const MAX_SIDE = 3840;
/** A picture takes up to some hundred MB while it is made, so few are made at a time. */
const AT_A_TIME = 2;
/** The backdrop is blurred at this fraction of its size: blurring is dear, and blurred pixels are few. */
const BACKDROP_SCALE = 1 / 10;
const BACKDROP_BLUR = 3;
const BACKDROP_BRIGHTNESS = 0.5;

/**
 * Makes pictures with sharp, two at a time. Sharp's cache and its thread pool are bounded for the whole process, and
 * only photo formats may be decoded: SVG, PDF and the like are a door we do not need.
 */
export function createMakePoster(): MakePoster {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: PHOTO_LOADERS });
  const limit = pLimit(AT_A_TIME);
  return (source, mode) => limit(() => makeOrRefuse(source, mode));
}

const PHOTO_LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}`);

async function makeOrRefuse(source: Uint8Array, mode: PosterMode): Promise<PosterMade> {
  try {
    const bytes = await (await arrange(source, mode)).jpeg({ quality: JPEG_QUALITY }).toBuffer();
    return { kind: 'MADE', contentType: 'image/jpeg', bytes };
  } catch {
    return { kind: 'INVALID_PICTURE' };
  }
}

async function arrange(source: Uint8Array, mode: PosterMode): Promise<Sharp> {
  if (mode === 'original') return shrink(source, { width: MAX_SIDE, height: MAX_SIDE });
  const { autoOrient: size } = await open(source).metadata();
  if (isNearPoster(size)) return shrink(source, FULL_POSTER);
  if (mode === 'fit') return frame(source, toFrame(size));
  return decode(source).resize({ ...toCrop(size), fit: 'cover', position: sharp.strategy.attention });
}

function open(source: Uint8Array): Sharp {
  return sharp(source, { limitInputPixels: MAX_INPUT_PIXELS, failOn: 'error' });
}

/** Upright, opaque and in the colours of the web: cameras turn by a tag, PNGs have holes, scans are CMYK. */
function decode(source: Uint8Array): Sharp {
  return open(source).autoOrient().flatten({ background: '#000' }).toColourspace('srgb');
}

function shrink(source: Uint8Array, size: PixelSize): Sharp {
  return decode(source).resize({ ...size, fit: 'inside', withoutEnlargement: true });
}

/** The whole picture in the middle of a blurred and darkened fill of itself. It is decoded once. */
async function frame(source: Uint8Array, size: PixelSize): Promise<Sharp> {
  const picture = await decode(source)
    .resize({ ...size, fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const backdrop = await blur(picture, size);
  return toSharp(backdrop)
    .resize({ ...size, fit: 'fill' })
    .composite([{ input: picture.data, raw: picture.info, gravity: 'centre' }]);
}

interface RawPicture {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

async function blur(picture: RawPicture, { width, height }: PixelSize): Promise<RawPicture> {
  return toSharp(picture)
    .resize({
      width: Math.ceil(width * BACKDROP_SCALE),
      height: Math.ceil(height * BACKDROP_SCALE),
      fit: 'cover',
    })
    .blur(BACKDROP_BLUR)
    .modulate({ brightness: BACKDROP_BRIGHTNESS })
    .raw()
    .toBuffer({ resolveWithObject: true });
}

function toSharp({ data, info: { width, height, channels } }: RawPicture): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}
