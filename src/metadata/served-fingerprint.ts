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
  const text = JSON.stringify(toComparable(movie));
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
}

/** Built before it is written out: a replacer, called for every single value, takes half as long again. */
function toComparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toComparable);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    members.map(([name, member]) => [name, ADDRESSES.has(name) ? true : toComparable(member)]),
  );
}
