import type { SceneId } from '../model/ids.ts';
import type { Verdict } from './strategy.ts';

/** Judges scenes that fit equally well: one is certain if it is proven to be the only one. */
export function toVerdict(sceneIds: readonly SceneId[], score: number, isProven: boolean): Verdict {
  const [first, ...others] = sceneIds;
  if (first === undefined) return { kind: 'NOTHING' };
  if (others.length > 0)
    return { kind: 'TIED', scenes: sceneIds.map((sceneId) => ({ sceneId, score: score * 0.8 })) };
  const scene = { sceneId: first, score };
  return isProven ? { kind: 'CERTAIN', scene } : { kind: 'UNPROVEN', scenes: [scene] };
}
