import type { SceneId } from '../model/ids.ts';
import { toComparablePath } from '../paths/normal-form.ts';
import type { FileHit } from './catalog-index.ts';

/** The scenes behind files, each once: several files of one scene are no ambiguity. */
export function listScenesOf(hits: readonly FileHit[]): SceneId[] {
  return hits.length < 2 ? hits.map((hit) => hit.sceneId) : [...new Set(hits.map((hit) => hit.sceneId))];
}

/**
 * Keeps the hits whose path ends in exactly this text (case and accents as written, whole segments), or all of them
 * when none does: files that differ only in case are told apart by it, and a difference in case alone loses nothing.
 */
export function narrowToExact(hits: readonly FileHit[], path: string): readonly FileHit[] {
  if (hits.length < 2) return hits;
  const wanted = toComparablePath(path);
  const exact = hits.filter((hit) => isTail(toComparablePath(hit.path), wanted));
  return exact.length === 0 ? hits : exact;
}

/**
 * As `narrowToExact` for a whole path just as it was sent: letter for letter first, since a disk may hold the composed
 * and the decomposed form of one name side by side. Separators are the sender's business.
 */
export function narrowToIdentical(hits: readonly FileHit[], path: string): readonly FileHit[] {
  if (hits.length < 2) return hits;
  const wanted = toSlashes(path);
  const identical = hits.filter((hit) => toSlashes(hit.path) === wanted);
  return identical.length > 0 ? identical : narrowToExact(hits, path);
}

function toSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

function isTail(path: string, wanted: string): boolean {
  return path === wanted || path.endsWith(`/${wanted}`);
}
