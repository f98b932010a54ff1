declare const side: unique symbol;

/** A full file path as Plex Media Server names it, in the separators of its own host. */
export type PlexPath = string & { readonly [side]: 'plex' };

/** A full file path as Stash names it, in the separators of its own host. */
export type StashPath = string & { readonly [side]: 'stash' };

/** Marks text that came from Plex (or stands for what Plex would say) as a Plex path. */
export function asPlexPath(text: string): PlexPath {
  return text as PlexPath;
}

/** Marks text that came from Stash (or stands for what Stash would say) as a Stash path. */
export function asStashPath(text: string): StashPath {
  return text as StashPath;
}
