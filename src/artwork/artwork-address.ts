import { ARTWORK_KINDS, type ArtworkKind } from './artwork-kind.ts';

/** What one artwork address names: the part that is signed. */
export interface ArtworkAddress {
  readonly kind: ArtworkKind;
  /** Stash's id of the scene or performer: decimal digits. */
  readonly id: string;
  /** Changes when the picture may have changed, so that PMS and its clients fetch it anew. It selects nothing. */
  readonly version: string;
}

/**
 * The path of an artwork below the provider's base. All of it is path: PMS drops the query of a provider's address,
 * and `.jpg` suits clients that judge by the ending.
 */
export function toArtworkPath({ kind, id, version }: ArtworkAddress, signature: string): string {
  return `/artwork/${ARTWORK_KINDS[kind].segment}/${id}/${version}/${signature}.jpg`;
}
