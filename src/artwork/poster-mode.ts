/** How a cover becomes a poster: whole on a blurred fill, cropped, or as it is. */
export type PosterMode = 'fit' | 'crop' | 'original';

/**
 * Names what is done to a picture. Raise the number whenever the result changes, so that pictures made the earlier
 * way are neither served from the cache nor kept by clients.
 */
export const POSTER_RECIPE: Readonly<Record<PosterMode, string>> = {
  fit: 'fit-1',
  crop: 'crop-1',
  original: 'original-1',
};
