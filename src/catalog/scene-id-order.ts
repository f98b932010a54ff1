import { toSceneId, type SceneId } from '../model/ids.ts';

/** Numeric order of ids without leading zeros: the longer is the greater, equal lengths compare as text. */
export function compareSceneIds(a: SceneId, b: SceneId): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The keyset cursor right before an id; `undefined` is the beginning. */
export function findIdBefore(id: SceneId): SceneId | undefined {
  const before = BigInt(id) - 1n;
  return before === 0n ? undefined : toSceneId(before.toString());
}
