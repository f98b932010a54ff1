/** Width and height in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** What Plex shows as a poster is 2:3; more pixels than these are never seen. */
const FULL_WIDTH = 1000;
const RATIO = 2 / 3;
/** Covers of films are 0.70 to 0.71 wide, box sets 0.65: nobody sees the difference, but everybody sees a blurred rim. */
const NEAR_LOW = 0.62;
const NEAR_HIGH = 0.72;

/** Whether a picture passes as a poster as it is. */
export function isNearPoster({ width, height }: PixelSize): boolean {
  const ratio = width / height;
  return ratio >= NEAR_LOW && ratio <= NEAR_HIGH;
}

/** The 2:3 frame that holds the whole picture, no larger than the picture needs to be shown unmagnified. */
export function toFrame({ width, height }: PixelSize): PixelSize {
  return toPosterSize(Math.max(width, height * RATIO));
}

/** The 2:3 piece that can be cut out of the picture, brought down to a poster's size. */
export function toCrop({ width, height }: PixelSize): PixelSize {
  return toPosterSize(Math.min(width, height * RATIO));
}

/** The largest poster there is. */
export const FULL_POSTER: PixelSize = toPosterSize(FULL_WIDTH);

function toPosterSize(wantedWidth: number): PixelSize {
  const width = Math.max(1, Math.min(FULL_WIDTH, Math.round(wantedWidth)));
  return { width, height: Math.round(width / RATIO) };
}
