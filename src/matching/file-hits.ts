import type { SceneId } from '../model/ids.ts';
import { toComparablePath } from '../paths/normal-form.ts';
import type { FileHit } from './catalog-index.ts';

/** The scenes behind files, each once: several files of one scene are no ambiguity. */
export function listScenesOf(hits: readonly FileHit[]): SceneId[] {
  return hits.length < 2 ? hits.map((hit) => hit.sceneId) : [...new Set(hits.map((hit) => hit.sceneId))];
}

/**
 * Keeps the hits whose path ends in exactly this text (whole segments), or all of them when none does: first byte for
 * byte, since a disk may hold a composed and a decomposed form of one name side by side, then by the comparable form.
 * A difference in case or form alone loses nothing.
 */
export function narrowToExact(hits: readonly FileHit[], path: string): readonly FileHit[] {
  if (hits.length < 2) return hits;
  const wanted = toComparablePath(path);
  const exact = hits.filter((hit) => isTail(toComparablePath(hit.path), wanted));
  const identical = exact.filter((hit) => isTail(hit.path.replaceAll('\\', '/'), path.replaceAll('\\', '/')));
  if (identical.length > 0) return identical;
  return exact.length === 0 ? hits : exact;
}

function isTail(path: string, wanted: string): boolean {
  return path === wanted || path.endsWith(`/${wanted}`);
}
