import type { Scene } from '../../model/scene.ts';
import { cleanFileName } from '../clean-file-name.ts';
import { findFileName } from '../file-name.ts';
import type { MetadataContext } from '../metadata-context.ts';
import type { PlexMovie } from '../plex-metadata.ts';
import { cleanLine } from '../text/clean-line.ts';

/** The title, which PMS cannot do without: Stash's, else the file's name, else what is left to call the scene by. */
export function titleField(scene: Scene, context: MetadataContext): Pick<PlexMovie, 'title'> {
  const own = context.fields.title ? cleanLine(scene.title) : undefined;
  return { title: own ?? findFileTitle(scene) ?? cleanLine(scene.code) ?? `Scene ${scene.id}` };
}

function findFileTitle(scene: Scene): string | undefined {
  const name = findFileName(scene);
  return name === undefined ? undefined : cleanFileName(name);
}
