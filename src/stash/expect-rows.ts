import { parseSceneId, type SceneId } from '../model/ids.ts';
import { listOf } from './loose.ts';
import { StashError } from './stash-error.ts';

/**
 * The rows of a list that Stash promises to send. An answer without the list is garbage, not an empty page: an empty
 * page would end a pass over the library and make every later scene look deleted.
 */
export function expectRows<T>(
  rows: readonly T[] | null | undefined,
  member: string,
): readonly NonNullable<T>[] {
  if (!Array.isArray(rows)) throw new StashError('GARBAGE', { code: 'UNEXPECTED_SHAPE', member });
  return listOf<T>(rows);
}

/** The id of a listed scene; without one the keyset cursor cannot go on, so it is garbage. */
export function expectSceneId(value: unknown): SceneId {
  const id = parseSceneId(value);
  if (id === undefined) throw new StashError('GARBAGE', { code: 'UNEXPECTED_SHAPE', member: 'Scene.id' });
  return id;
}
