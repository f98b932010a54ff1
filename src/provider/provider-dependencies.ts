import type { Matcher } from '../matching/match-file.ts';
import type { MetadataContext } from '../metadata/metadata-context.ts';
import type { SceneDescription } from '../metadata/describe-scene.ts';
import type { PlexMovie } from '../metadata/plex-metadata.ts';
import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import type { ProviderIdentity } from './manifest.ts';

/** Reads one scene and describes it, noting what Plex is told. */
export type DescribeForPlex = (
  id: SceneId,
  context: MetadataContext,
  signal: AbortSignal,
) => Promise<SceneDescription>;

/** What answering Plex takes; `app.ts` fits the real parts in. */
export interface ProviderDependencies {
  readonly identity: ProviderIdentity;
  /** Decides which scene a file is, and says why. */
  readonly match: Matcher;
  /** The catalog's copy of a scene. */
  readonly findCopy: (id: SceneId) => Scene | undefined;
  /** Reads and describes a scene for Plex as Stash has it now, or from the copy while Stash cannot answer. */
  readonly describe: DescribeForPlex;
  /** As `describe`, but content with what was read a moment ago: PMS asks for images right after the item. */
  readonly describeRecent: DescribeForPlex;
  /** Notes that a match answer told Plex this. */
  readonly recordMatchServed: (scene: Scene, movie: PlexMovie) => void;
  /** How scenes are described for a caller that reaches us under this address. */
  readonly contextFor: (baseUrl: string) => MetadataContext;
}
