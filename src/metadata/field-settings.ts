/** Which groups of fields are filled from Stash. A field that is off is left out, or has its documented fallback. */
export interface FieldSettings {
  /** Off: the cleaned file name is the title. */
  readonly title: boolean;
  readonly summary: boolean;
  /** Off: the date of `DATE_FALLBACK`, since Plex requires one. */
  readonly date: boolean;
  readonly studio: boolean;
  readonly performers: boolean;
  readonly tags: boolean;
  readonly director: boolean;
  /** Posters, backgrounds, snapshots and cast photos. */
  readonly artwork: boolean;
  /** Groups of Stash as collections: outside the contract that Plex publishes. */
  readonly collections: boolean;
  /** The studio code as tagline. */
  readonly tagline: boolean;
  /** Only these tags become genres; empty means all. Names without case, `*` allowed at either end. */
  readonly includeTags: readonly string[];
  /** These tags never become genres, also when included. Same form. */
  readonly excludeTags: readonly string[];
  /** Most genres of one item. */
  readonly maxTags: number;
}

export const defaultFieldSettings: FieldSettings = {
  title: true,
  summary: true,
  date: true,
  studio: true,
  performers: true,
  tags: true,
  director: true,
  artwork: true,
  collections: false,
  tagline: false,
  includeTags: [],
  excludeTags: [],
  maxTags: 100,
};
