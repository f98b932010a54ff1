import type { SceneId } from '../../model/ids.ts';
import type { UnknownCause } from '../../model/unknown-cause.ts';
import type { WholeSceneFragment } from '../../stash/generated/operations.ts';
import type { Loose } from '../../stash/loose.ts';

/** A scene just as Stash sent it: the members of the fragment, none of which a network promises. */
export type RawScene = NonNullable<Loose<WholeSceneFragment>>;

/** What reading one scene came to. `GONE` is said only when Stash itself answered that it does not exist. */
export type RawSceneReading =
  | { readonly kind: 'FOUND'; readonly scene: RawScene }
  | { readonly kind: 'GONE' }
  | { readonly kind: 'UNKNOWN'; readonly cause: UnknownCause };

/** Most scenes that one request to Stash reads for this API: a page of gaps of the usual size. */
export const MOST_SCENES = 50;

/** Reads up to `MOST_SCENES` different scenes in one request to Stash; rejects only over a defect of ours. */
export type ReadRawScenes = (
  ids: readonly SceneId[],
  signal: AbortSignal,
) => Promise<ReadonlyMap<SceneId, RawSceneReading>>;
