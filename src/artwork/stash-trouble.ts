/** A 304 that nobody asked for: only a broken cache between Stash and us sends one. */
export const UNASKED = {
  kind: 'UNKNOWN',
  cause: { reason: 'STASH_GARBAGE', detail: 'Stash called a picture unchanged that we do not have.' },
} as const;

/** The connection ended inside a picture. */
export const BROKE_OFF = {
  kind: 'UNKNOWN',
  cause: { reason: 'STASH_UNREACHABLE', detail: 'Stash broke off in the middle of a picture.' },
} as const;
