import type { Performer, Scene } from '../model/scene.ts';

/**
 * Addresses under which PMS and its clients fetch artwork from us: absolute, signed, without any Stash secret.
 * `undefined` where there is known to be no real picture.
 */
export interface ArtworkLinks {
  poster(scene: Scene): string | undefined;
  background(scene: Scene): string | undefined;
  /** The cover as Stash has it, mostly 16:9. */
  snapshot(scene: Scene): string | undefined;
  performer(performer: Performer): string | undefined;
}
