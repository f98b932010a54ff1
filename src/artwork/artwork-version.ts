import { createHash } from 'node:crypto';

const VERSION_BYTES = 9;

/** A short token of 12 characters that differs when any of the parts differs and tells nothing about them. */
export function toArtworkVersion(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return digest.subarray(0, VERSION_BYTES).toString('base64url');
}
