import sharp from 'sharp';

export type SampleFormat = 'jpeg' | 'png' | 'webp' | 'gif';

/** A picture whose halves differ: red on the left, blue on the right. */
export async function samplePicture(
  width: number,
  height: number,
  format: SampleFormat = 'jpeg',
): Promise<Buffer> {
  const half = { width: Math.ceil(width / 2), height, channels: 3 as const, background: '#2040c0' };
  return sharp({ create: { ...half, width, background: '#c02020' } })
    .composite([{ input: { create: half }, gravity: 'east' }])
    .toFormat(format)
    .toBuffer();
}

/** Red, green and blue of one pixel. */
export async function pixelAt(bytes: Uint8Array, left: number, top: number): Promise<readonly number[]> {
  return [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer())];
}

export async function sizeOf(bytes: Uint8Array): Promise<{ width: number; height: number; format: string }> {
  const { width, height, format } = await sharp(bytes).metadata();
  return { width, height, format };
}
