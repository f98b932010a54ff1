import type { PlexPath, StashPath } from '../model/file-paths.ts';

/** Where a path of one side is found on the other, and by which rule; `UNMAPPED` when no rule covers it. */
export type PathMapping<Path> =
  { readonly kind: 'MAPPED'; readonly path: Path; readonly rule: string } | { readonly kind: 'UNMAPPED' };

/**
 * Translates full file paths between Plex and Stash by the configured rules, in order, the first that matches wins.
 * Without any rule both sides are taken to see the same paths.
 */
export interface PathMapper {
  toStashPath(path: PlexPath): PathMapping<StashPath>;
  toPlexPath(path: StashPath): PathMapping<PlexPath>;
}
