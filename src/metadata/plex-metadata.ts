/**
 * What PMS reads from a provider, by the names of Plex's OpenAPI document 1.2.2. Required members are required here;
 * an absent optional member is absent, never empty.
 */
export interface PlexMovie {
  readonly ratingKey: string;
  /** Path of this item below the provider's root. */
  readonly key: string;
  readonly guid: string;
  readonly type: 'movie';
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly originallyAvailableAt: string;
  readonly year?: number;
  readonly summary?: string;
  readonly tagline?: string;
  readonly studio?: string;
  /** Milliseconds, whole. */
  readonly duration?: number;
  readonly contentRating?: string;
  readonly isAdult?: boolean;
  /** Address of the default poster. */
  readonly thumb?: string;
  /** Address of the default background. */
  readonly art?: string;
  readonly Image?: readonly PlexImage[];
  readonly Genre?: readonly PlexTag[];
  readonly Role?: readonly PlexRole[];
  readonly Director?: readonly PlexRole[];
  readonly Studio?: readonly PlexTag[];
  readonly Guid?: readonly PlexGuid[];
  /** Outside the published document; PMS 1.43 accepts it. */
  readonly Collection?: readonly PlexCollection[];
}

/** `poster` and `art` are no image types: PMS ignores them. */
export type PlexImageType = 'coverPoster' | 'background' | 'snapshot';

export interface PlexImage {
  readonly type: PlexImageType;
  readonly url: string;
  readonly alt?: string;
}

export interface PlexTag {
  readonly tag: string;
}

/** A person, before or behind the camera. */
export interface PlexRole {
  readonly tag: string;
  /** Address of a photo; clients fetch it on demand. */
  readonly thumb?: string;
  /** Billing, from 0. */
  readonly order?: number;
}

export interface PlexGuid {
  /** `scheme://id` */
  readonly id: string;
}

export interface PlexCollection {
  readonly guid: string;
  readonly key: string;
  readonly tag: string;
}

/** The members every answer's container has. */
export interface ContainerHeader {
  /** Index of the first entry, from 0. */
  readonly offset: number;
  /** Entries there are in all. */
  readonly totalSize: number;
  /** The provider's identifier. */
  readonly identifier: string;
  /** Entries in this answer. */
  readonly size: number;
}

export interface MetadataAnswer {
  readonly MediaContainer: ContainerHeader & { readonly Metadata: readonly PlexMovie[] };
}

export interface ImageAnswer {
  readonly MediaContainer: ContainerHeader & { readonly Image: readonly PlexImage[] };
}
