import type { StashPath } from '../model/file-paths.ts';
import type { Scene } from '../model/scene.ts';

const WINDOWS = /^(?:[a-z]:[\\/]|\\\\)/i;

/** The last segment of a path, by the separators of the path's own host: on Linux `\` is a letter of the name. */
export function toFileName(path: StashPath): string {
  return path.split(WINDOWS.test(path) ? /[\\/]/ : '/').at(-1) ?? path;
}

/** The file name of the scene's primary file; `undefined` for a scene without files. */
export function findFileName(scene: Scene): string | undefined {
  const [primary] = scene.files;
  return primary === undefined ? undefined : toFileName(primary.path);
}
