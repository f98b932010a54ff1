import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createMakePoster } from '../../src/artwork/make-poster.ts';
import type { PosterMode } from '../../src/artwork/poster-mode.ts';
import { type SampleFormat, pixelAt, samplePicture, sizeOf } from '../support/sample-pictures.ts';

const makePoster = createMakePoster();

async function make(source: Uint8Array, mode: PosterMode): Promise<Uint8Array> {
  const made = await makePoster(source, mode);
  if (made.kind !== 'MADE') throw new Error(`expected a picture, but got: ${made.kind}`);
  return made.bytes;
}

describe('the maker of posters', () => {
  it.each<[PosterMode, number, number, number, number]>([
    ['fit', 1920, 1080, 1000, 1500],
    ['fit', 640, 360, 640, 960],
    ['fit', 400, 1200, 800, 1200],
    ['fit', 4096, 2048, 1000, 1500],
    ['fit', 1, 1, 1, 2],
    ['crop', 1920, 1080, 720, 1080],
    ['crop', 3840, 2160, 1000, 1500],
    ['crop', 300, 900, 300, 450],
    ['fit', 2000, 3000, 1000, 1500],
    ['crop', 700, 1000, 700, 1000],
    ['original', 1920, 1080, 1920, 1080],
    ['original', 8000, 4000, 3840, 1920],
  ])('makes by %s from %i × %i a JPEG of %i × %i', async (mode, fromWidth, fromHeight, width, height) => {
    const poster = await make(await samplePicture(fromWidth, fromHeight), mode);
    expect(await sizeOf(poster)).toEqual({ width, height, format: 'jpeg' });
  });

  it('shows the whole picture by fit, in the middle of a darker fill', async () => {
    const poster = await make(await samplePicture(1920, 1080), 'fit');
    const [left, right] = [await pixelAt(poster, 10, 750), await pixelAt(poster, 990, 750)];
    const [above, below] = [await pixelAt(poster, 200, 200), await pixelAt(poster, 200, 1300)];
    expect(left[0]).toBeGreaterThan(180);
    expect(right[2]).toBeGreaterThan(180);
    for (const fill of [above, below]) {
      expect(fill[0]).toBeLessThan(140);
      expect(fill[0]).toBeGreaterThan(50);
    }
  });

  it('turns a picture upright by its camera tag', async () => {
    const lying = await sharp(await samplePicture(1500, 1000))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await sizeOf(await make(lying, 'fit'))).toEqual({ width: 1000, height: 1500, format: 'jpeg' });
  });

  it('fills the holes of a transparent picture', async () => {
    const hole = { width: 400, height: 225, channels: 4 as const, background: '#ffffff00' };
    const poster = await make(await sharp({ create: hole }).png().toBuffer(), 'fit');
    expect(Math.max(...(await pixelAt(poster, 200, 300)))).toBeLessThan(10);
  });

  it.each<SampleFormat>(['png', 'webp', 'gif'])('takes %s', async (format) => {
    const poster = await make(await samplePicture(640, 360, format), 'fit');
    expect(await sizeOf(poster)).toEqual({ width: 640, height: 960, format: 'jpeg' });
  });

  it('takes grey and CMYK pictures', async () => {
    const picture = await samplePicture(640, 360);
    const grey = await sharp(picture).greyscale().toBuffer();
    const cmyk = await sharp(picture).toColourspace('cmyk').jpeg().toBuffer();
    expect(await sizeOf(await make(grey, 'fit'))).toMatchObject({ width: 640, height: 960 });
    expect(await sizeOf(await make(cmyk, 'fit'))).toMatchObject({ width: 640, height: 960 });
  });

  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="9" height="9"/></svg>';
  it.each<[string, () => Promise<Uint8Array>]>([
    ['nothing', async () => new Uint8Array()],
    ['text', async () => Buffer.from('<html>Log in</html>')],
    ['SVG', async () => Buffer.from(svg)],
    ['half a JPEG', async () => firstHalf(await noise(800, 600, 'jpeg'))],
    ['half a PNG', async () => firstHalf(await noise(800, 600, 'png'))],
    ['a picture of 64 million pixels', () => samplePicture(8000, 8000, 'png')],
  ])('refuses %s', async (_what, source) => {
    const bytes = await source();
    for (const mode of ['fit', 'crop', 'original'] as const)
      expect(await makePoster(bytes, mode)).toEqual({ kind: 'INVALID_PICTURE' });
  });

  it('goes on after it refused', async () => {
    await makePoster(Buffer.from('rubbish'), 'fit');
    const made = await makePoster(await samplePicture(64, 36), 'fit');
    expect(made.kind).toBe('MADE');
  });
});

function firstHalf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length / 2);
}

async function noise(width: number, height: number, format: SampleFormat): Promise<Buffer> {
  const grain = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  return sharp({ create: { width, height, channels: 3, background: '#000', noise: grain } })
    .toFormat(format)
    .toBuffer();
}
