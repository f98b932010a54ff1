import type { ArtworkAddress } from './artwork-address.ts';
import { parseArtworkKind } from './artwork-kind.ts';

/** The four segments after `/artwork/`, percent-decoded, exactly as the caller sent them. */
export interface ArtworkPathParts {
  readonly kind: string;
  readonly id: string;
  readonly version: string;
  /** `{signature}.jpg` */
  readonly file: string;
}

/** A well-formed artwork path whose signature nobody has looked at yet. */
export interface ClaimedArtwork {
  readonly address: ArtworkAddress;
  readonly signature: string;
}

/** Stash keeps ids as SQLite integers, written without a leading zero. */
const ID = /^[1-9][0-9]{0,17}$/;
const VERSION = /^[A-Za-z0-9_-]{1,32}$/;
const FILE = /^([A-Za-z0-9_-]{24})\.jpg$/;

/** Reads an artwork path; `undefined` for anything that we would not have written ourselves. */
export function parseArtworkPath(parts: ArtworkPathParts): ClaimedArtwork | undefined {
  const kind = parseArtworkKind(parts.kind);
  const signature = FILE.exec(parts.file)?.[1];
  if (kind === undefined || signature === undefined) return undefined;
  if (!ID.test(parts.id) || !VERSION.test(parts.version)) return undefined;
  return { address: { kind, id: parts.id, version: parts.version }, signature };
}
