/*
 * Type aliases and not interfaces, since only those are assignable to a plain JSON object.
 */

/** A movie as PMS lists it. Ids are strings here; the simulator writes them as its id mode says. */
export type PmsItem = {
  readonly ratingKey: string;
  /** Ours once matched; `local://…` or `tv.plex.agents.none://…` before. */
  readonly guid: string;
  readonly title: string;
  readonly year?: number;
  readonly summary?: string;
  readonly studio?: string;
  readonly thumb?: string;
  readonly originallyAvailableAt?: string;
  /** Seconds since the Unix epoch. */
  readonly addedAt?: number;
  /** Seconds since the Unix epoch. */
  readonly updatedAt?: number;
  /** Ids in other catalogues, `scheme://id`. */
  readonly Guid?: readonly { readonly id: string }[];
  /** Versions of the movie. Absent or empty for an item without files. */
  readonly Media?: readonly PmsMedia[];
  /** A listing shows at most two of them. */
  readonly Genre?: readonly { readonly tag: string }[];
  readonly Role?: readonly { readonly tag: string }[];
  readonly Director?: readonly { readonly tag: string }[];
  readonly Collection?: readonly { readonly tag: string }[];
  readonly Label?: readonly { readonly tag: string }[];
};

/** One version of a movie. */
export type PmsMedia = {
  readonly id: string;
  /** Milliseconds. */
  readonly duration?: number;
  readonly container?: string;
  /** The files it is split into. */
  readonly Part: readonly PmsPart[];
};

type PmsPart = {
  readonly id: string;
  readonly key?: string;
  /** Full path, native to the host of PMS. */
  readonly file: string;
  /** Bytes. */
  readonly size?: number;
  readonly duration?: number;
  readonly container?: string;
};
