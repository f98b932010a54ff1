import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import type { SceneReading } from '../model/scene-reading.ts';

export type ReadScene = (id: SceneId, signal?: AbortSignal) => Promise<SceneReading>;

/**
 * Reads a scene live and, only when that cannot be known now, from the copy. `GONE` stands: Stash itself said so, and a
 * copy of what is gone must not bring it back.
 */
export function readWithCopy(readLive: ReadScene, findCopy: (id: SceneId) => Scene | undefined): ReadScene {
  return async (id, signal) => {
    const reading = await readLive(id, signal);
    if (reading.kind !== 'UNKNOWN') return reading;
    const scene = findCopy(id);
    return scene ? { kind: 'FOUND', scene, from: 'COPY' } : reading;
  };
}
