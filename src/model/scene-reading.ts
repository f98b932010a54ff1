import type { Scene } from './scene.ts';
import type { UnknownCause } from './unknown-cause.ts';

/** What reading one scene came to. `GONE` is said only when Stash itself answered that it does not exist. */
export type SceneReading =
  | { readonly kind: 'FOUND'; readonly scene: Scene; readonly from: 'STASH' | 'COPY' }
  | { readonly kind: 'GONE' }
  | { readonly kind: 'UNKNOWN'; readonly cause: UnknownCause };
