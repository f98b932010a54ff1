/**
 * The ETags of the pictures that Stash draws itself where it has none. They are MD5 sums of files inside Stash, the
 * same for every entity and in every release from 0.25 to 0.30 (observed on running servers).
 */
const DRAWN_BY_STASH: ReadonlySet<string> = new Set([
  '5aedb3fa13f6bcea641a6957afd2390d', // scene
  '680acb273e81b48caa601839c0616976', // performer silhouette
  '26be8b22fc11bf234b6d7f78f52abd1d', // studio
  '92030fbe98581575171e88382a9ba03c', // tag
  'c4a2e6b6547057dd0ef0c7d7e3c420d4', // marker
  'c3c4893706d2f4ceca638441bcf61d99', // group, drawn as SVG
  'f1ffc331dea823fd10ea1d28bfc64cc0', // group, drawn as PNG
]);

/** What an answer says about its picture, header values as they came. */
export interface PictureTraits {
  readonly etag?: string | undefined;
  readonly contentType?: string | undefined;
}

/**
 * Whether a picture is one that Stash draws where it has none. Stash sends those with 200, and also when its database
 * fails while a cover is read. A cover is a photo and never SVG; the silhouette of a performer is SVG in Stash's
 * safe-for-work mode, and SVG is nothing we would pass on anyway, since it can carry scripts.
 */
export function isPlaceholderPicture({ etag = '', contentType = '' }: PictureTraits): boolean {
  const md5 = /[0-9a-f]{32}/i.exec(etag)?.[0].toLowerCase();
  return (md5 !== undefined && DRAWN_BY_STASH.has(md5)) || toMediaType(contentType) === 'image/svg+xml';
}

/** The media type of a Content-Type header: lower case, without parameters. */
export function toMediaType(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}
