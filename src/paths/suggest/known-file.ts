/** A file that one side knows, by its full path there. */
export interface KnownFile {
  readonly path: string;
  /** bytes; absent when that side does not say. */
  readonly size?: number;
}

/** What suggesting rules needs of Plex: the full path of every file, in any order. */
export interface PlexPathSource {
  listPlexPaths(): AsyncIterable<KnownFile>;
}
