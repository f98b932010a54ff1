import { hash } from 'node:crypto';
import type { PlexMovie } from './plex-metadata.ts';

/** 16 characters of base64url are 96 bits: enough to tell two versions of one scene apart. */
const LENGTH = 16;

const ADDRESSES: ReadonlySet<string> = new Set(['thumb', 'art', 'url']);

/**
 * A short hash of what was served for a scene. Of a picture it notes only that there was one: addresses change with
 * the host name and the signing key, which says nothing about the scene. The order of members does not matter.
 */
export function toServedFingerprint(movie: PlexMovie): string {
  const text = JSON.stringify(movie, toComparable);
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
}

function toComparable(name: string, value: unknown): unknown {
  if (ADDRESSES.has(name)) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
