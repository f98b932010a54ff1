import type { StashPictureKind } from './image-source.ts';

/** Every sort of picture we serve. */
export type ArtworkKind = 'SCENE_POSTER' | 'SCENE_BACKGROUND' | 'SCENE_SNAPSHOT' | 'PERFORMER_PORTRAIT';

interface KindFacts {
  /** The word in our addresses. PMS keeps addresses for years, so these words never change. */
  readonly segment: string;
  /** The picture of Stash that it is made from. */
  readonly source: StashPictureKind;
}

export const ARTWORK_KINDS: Readonly<Record<ArtworkKind, KindFacts>> = {
  SCENE_POSTER: { segment: 'poster', source: 'SCENE_COVER' },
  SCENE_BACKGROUND: { segment: 'background', source: 'SCENE_COVER' },
  SCENE_SNAPSHOT: { segment: 'snapshot', source: 'SCENE_COVER' },
  PERFORMER_PORTRAIT: { segment: 'performer', source: 'PERFORMER' },
};

const KIND_OF_SEGMENT = new Map(
  (Object.keys(ARTWORK_KINDS) as ArtworkKind[]).map((kind) => [ARTWORK_KINDS[kind].segment, kind]),
);

/** Reads the kind from an address; `undefined` for a word that is none of ours. */
export function parseArtworkKind(segment: string): ArtworkKind | undefined {
  return KIND_OF_SEGMENT.get(segment);
}
