import type { SceneId } from '../../model/ids.ts';
import type { ApiContext } from '../api-context.ts';
import { apiError } from '../api-error.ts';
import type { RawScene } from './scene-reading.ts';

/**
 * The scene as Stash has it now; `null` when there is none to look for, or when Stash says it is gone.
 *
 * @throws GraphQLError `STASH_UNAVAILABLE` when that cannot be known: the field becomes null with this error beside it.
 */
export async function findScene(id: SceneId | undefined, { scenes }: ApiContext): Promise<RawScene | null> {
  if (id === undefined) return null;
  const reading = await scenes.load(id);
  if (reading.kind === 'FOUND') return reading.scene;
  if (reading.kind === 'GONE') return null;
  const { reason, detail } = reading.cause;
  throw apiError('STASH_UNAVAILABLE', detail, { reason });
}
