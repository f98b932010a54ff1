/**
 * The place of a match in the list of recent ones: when Plex asked, and its rank among those of the same millisecond,
 * from the oldest. Both stay what they are while newer matches come.
 */
export interface MatchPlace {
  readonly at: number;
  readonly rank: number;
}

/** A place as opaque text. */
export function toMatchCursor({ at, rank }: MatchPlace): string {
  return Buffer.from(JSON.stringify(['match', at, rank])).toString('base64url');
}

/** The place that a cursor names; `undefined` for anything that is no such cursor. */
export function parseMatchCursor(cursor: string): MatchPlace | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== 'match') return undefined;
    const [, at, rank] = parts as readonly unknown[];
    return Number.isSafeInteger(at) && Number.isSafeInteger(rank)
      ? { at: at as number, rank: rank as number }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Newest first. */
export function compareMatchPlaces(a: MatchPlace, b: MatchPlace): number {
  return b.at - a.at || b.rank - a.rank;
}
