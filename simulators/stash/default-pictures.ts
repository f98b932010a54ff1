import sharp from 'sharp';
import { type Picture, toPicture } from './draw-picture.ts';

/** The ETags of Stash's default pictures are the same for every scene, studio and tag, and in all versions. */
const SCENE_ETAG = '"5aedb3fa13f6bcea641a6957afd2390d"';
const STUDIO_ETAG = '"26be8b22fc11bf234b6d7f78f52abd1d"';
const TAG_ETAG = '"92030fbe98581575171e88382a9ba03c"';

/** What Stash sends where there is no picture: always 200. The drawings are the simulator's own. */
export const DEFAULT_PICTURES = {
  scene: drawSvg(SCENE_ETAG, '<path d="M560 260 L760 360 L560 460 Z" fill="#888"/>'),
  studio: drawSvg(STUDIO_ETAG, '<rect x="480" y="240" width="320" height="240" fill="#888"/>'),
  tag: drawSvg(TAG_ETAG, '<circle cx="640" cy="360" r="140" fill="#888"/>'),
} as const;

let silhouette: Promise<Picture> | undefined;

/** The drawn figure for performers without an image: a PNG. */
export function drawSilhouette(): Promise<Picture> {
  return (silhouette ??= sharp(Buffer.from(FIGURE))
    .png()
    .toBuffer()
    .then((bytes) => toPicture('image/png', bytes)));
}

const FIGURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="600"><rect width="400" height="600" fill="#223"/>' +
  '<circle cx="200" cy="200" r="90" fill="#445"/><rect x="90" y="320" width="220" height="280" rx="90" fill="#445"/></svg>';

function drawSvg(etag: string, shape: string): Picture {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720">${shape}</svg>`;
  return { contentType: 'image/svg+xml', etag, bytes: Buffer.from(svg) };
}
