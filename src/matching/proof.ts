/**
 * What may be said about files that are not in the catalog. Only a complete catalog, or a look-up made for this very
 * request, shows that what was found is the only one.
 */
export interface Proof {
  readonly complete: boolean;
  /** Stash was asked for this file, all its mapped paths among it. */
  readonly asked: boolean;
  /** Stash told all its files that end in this many trailing segments of the file's name. */
  readonly askedSegments?: number;
}

/** True when every Stash file with these mapped paths is known. */
export function coversPaths(proof: Proof): boolean {
  return proof.complete || proof.asked;
}

/** True when every Stash file that ends in the request's last `segments` segments is known. */
export function coversSuffix(proof: Proof, segments: number): boolean {
  return proof.complete || (proof.askedSegments !== undefined && proof.askedSegments <= segments);
}
