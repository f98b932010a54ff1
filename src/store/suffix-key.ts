import { toFoldedPath, toSegments } from '../paths/normal-form.ts';

/**
 * A path's folded segments from last to first, each closed by a slash: `/a/B/c.mp4` is `c.mp4/b/a/`.
 * All files that end in the same segments stand side by side in an index on it.
 */
export function toSuffixKey(path: string): string {
  const segments = toSegments(toFoldedPath(path));
  return segments.length === 0 ? '' : `${segments.reverse().join('/')}/`;
}

/** The half-open range of keys that begin with `key`, whole segments only: `0` follows `/` in every text order. */
export function toKeyRange(key: string): { readonly from: string; readonly below: string } {
  return { from: key, below: `${key.slice(0, -1)}0` };
}
