/** What can go wrong without failing a request, or after its answer has begun. */
export type ArtworkTrouble = 'PICTURE_NOT_KEPT' | 'PICTURE_CUT_SHORT';

/** Told once for each trouble; it must not throw. The error holds no secret and nothing that upstream said. */
export type RecordArtworkTrouble = (trouble: ArtworkTrouble, error: unknown) => void;
