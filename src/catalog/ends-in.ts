import type { Scene } from '../model/scene.ts';
import { toFoldedPath, toSegments } from '../paths/normal-form.ts';

/** True when a file of the scene ends in these segments, whole segments only, compared as the catalog compares. */
export function endsIn(scene: Scene, suffix: readonly string[]): boolean {
  const wanted = toSegments(toFoldedPath(suffix.join('/')));
  return scene.files.some(({ path }) => {
    const tail = toSegments(toFoldedPath(path)).slice(-wanted.length);
    return tail.length === wanted.length && tail.every((segment, at) => segment === wanted[at]);
  });
}
