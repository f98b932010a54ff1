import type { SceneId } from '../model/ids.ts';

/** What Plex was last told about a scene. */
export interface ServedEntry {
  readonly sceneId: SceneId;
  /** Milliseconds since the epoch, by our own clock. */
  readonly servedAt: number;
  /** See `toServedFingerprint`. */
  readonly fingerprint: string;
  /** Stash's `updated_at` of the version that was served, verbatim. */
  readonly sceneUpdatedAt: string;
  /** By which answer it was served. */
  readonly via: 'MATCH' | 'METADATA';
}

/** Remembers what was served, so that staleness is judged by our own record and never by Plex's clock. */
export interface ServedLedger {
  /** Keeps the newest entry of each scene. */
  record(entry: ServedEntry): void;
  find(sceneId: SceneId): ServedEntry | undefined;
}
