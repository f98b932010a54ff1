import type { SceneId } from '../model/ids.ts';
import type { SceneReading } from '../model/scene-reading.ts';
import type { UnknownCause } from '../model/unknown-cause.ts';
import type { MetadataContext } from './metadata-context.ts';
import type { PlexMovie } from './plex-metadata.ts';
import { recordServed, type ServedRecorder } from './record-served.ts';
import { toPlexMovie } from './to-plex-movie.ts';

/** What describing needs of the world. */
export interface SceneDescriber extends ServedRecorder {
  /** Reads one scene, live or from the copy. */
  readonly readScene: (id: SceneId, signal: AbortSignal) => Promise<SceneReading>;
}

/** A scene as Plex is told it, or why there is none. */
export type SceneDescription =
  | { readonly kind: 'FOUND'; readonly movie: PlexMovie; readonly from: 'STASH' | 'COPY' }
  | { readonly kind: 'GONE' }
  | { readonly kind: 'UNKNOWN'; readonly cause: UnknownCause };

/** Describes the scene behind a ratingKey and notes in the ledger that it was served. */
export async function describeScene(
  describer: SceneDescriber,
  id: SceneId,
  context: MetadataContext,
  signal: AbortSignal,
): Promise<SceneDescription> {
  const reading = await describer.readScene(id, signal);
  if (reading.kind !== 'FOUND') return reading;
  const movie = toPlexMovie(reading.scene, context);
  recordServed(describer, reading.scene, movie, 'METADATA');
  return { kind: 'FOUND', movie, from: reading.from };
}
