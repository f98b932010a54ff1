import type { ContainerHeader, ImageAnswer, MetadataAnswer, PlexImage, PlexMovie } from './plex-metadata.ts';

/** Which entries of a list are asked for, by `X-Plex-Container-Start` and `X-Plex-Container-Size`. */
export interface Paging {
  /** Index of the first entry, from 0; absent means the first. */
  readonly start?: number;
  /** Most entries; absent means all. */
  readonly size?: number;
}

interface Page<Entry> {
  readonly header: ContainerHeader;
  readonly entries: readonly Entry[];
}

/** The answer to a match or a metadata request. An empty list says: asked, and there is nothing. */
export function toMetadataAnswer(
  identifier: string,
  movies: readonly PlexMovie[],
  paging: Paging = {},
): MetadataAnswer {
  const { header, entries } = toPage(identifier, movies, paging);
  return { MediaContainer: { ...header, Metadata: entries } };
}

/** The answer to `…/images`: the item's `Image` list directly in the container. */
export function toImageAnswer(
  identifier: string,
  images: readonly PlexImage[],
  paging: Paging = {},
): ImageAnswer {
  const { header, entries } = toPage(identifier, images, paging);
  return { MediaContainer: { ...header, Image: entries } };
}

/** The answer to `…/extras`: none. A 404 instead was seen to remove the extras that PMS found itself. */
export function toExtrasAnswer(identifier: string): MetadataAnswer {
  return toMetadataAnswer(identifier, []);
}

function toPage<Entry>(identifier: string, all: readonly Entry[], { start, size }: Paging): Page<Entry> {
  const offset = toCount(start, 0);
  const entries = all.slice(offset, offset + toCount(size, all.length));
  return { header: { offset, totalSize: all.length, identifier, size: entries.length }, entries };
}

/** A usable index or count; what is not one is as good as absent. */
function toCount(asked: number | undefined, otherwise: number): number {
  return asked !== undefined && Number.isSafeInteger(asked) && asked >= 0 ? asked : otherwise;
}
