import { createHash } from 'node:crypto';
import { POSTER_RECIPE, type PosterMode } from './poster-mode.ts';
import type { StashPictureKind } from './image-source.ts';

/** A picture that we made, kept on disk: one for each key. */
export interface KeptPicture {
  /** `{recipe}/{Stash picture kind}/{Stash id}`, e.g. `fit-1/SCENE_COVER/12`: at most 64 characters of ASCII. */
  readonly key: string;
  /** The ETag of the Stash picture that it was made from, with its quotes. */
  readonly sourceEtag: string;
  /** `image/jpeg` today. */
  readonly contentType: string;
  /** Mostly 50 to 400 kB, never more than a few MB. */
  readonly bytes: Uint8Array;
}

/**
 * Keeps produced pictures within a bound of total bytes. It notes when each was last used (found or saved) and drops
 * the longest unused ones when a save exceeds the bound. Both calls may throw when the disk fails: a picture that
 * cannot be kept is served all the same.
 */
export interface PictureStore {
  find(key: string): KeptPicture | undefined;
  /** Replaces what was kept under the key. A picture larger than the whole bound is not kept. */
  save(picture: KeptPicture): void;
}

/** The key of a produced picture. Posters, backgrounds and snapshots made the same way share it. */
export function toPictureKey(mode: PosterMode, kind: StashPictureKind, id: string): string {
  return `${POSTER_RECIPE[mode]}/${kind}/${id}`;
}

/** The ETag that clients get for a produced picture: it differs when the source or the way of making differs. */
export function toPictureEtag({ key, sourceEtag }: Pick<KeptPicture, 'key' | 'sourceEtag'>): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([key, sourceEtag]))
    .digest();
  return `"${digest.subarray(0, 18).toString('base64url')}"`;
}
