import { hash } from 'node:crypto';

/** 9 bytes: 72 bits. */
const VERSION_CHARACTERS = 12;

/** A short token of 12 characters that differs when any of the parts differs and tells nothing about them. */
export function toArtworkVersion(...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, VERSION_CHARACTERS);
}
