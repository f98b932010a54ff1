/** How a picture is stored in Stash; `NONE` is where Stash sends its drawn default. */
export type PictureKind = 'JPEG' | 'PNG' | 'WEBP' | 'SVG' | 'NONE';

/** What makes the name of a file ordinary or difficult, so that a report can say which sort went wrong. */
export type NameTrait =
  | 'STUDIO_DATED'
  | 'RELEASE'
  | 'CODE'
  | 'BY_YEAR'
  | 'PLAIN'
  | 'GENERIC'
  | 'SHARED'
  | 'BLANKS'
  | 'PUNCTUATION'
  | 'BACKSLASH'
  | 'WILDCARD_TWIN'
  | 'CASE_TWIN'
  | 'UNICODE'
  | 'UNICODE_TWIN'
  | 'LONG'
  | 'EXTENSION'
  | 'TWO_FILES'
  | 'NO_FILE';

/** A scene as the simulated Stash stores it. Absent text is `''`, as Stash prints it; an absent date is null. */
export interface SimulatedScene {
  readonly id: number;
  readonly title: string;
  readonly code: string;
  readonly details: string;
  readonly director: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
  readonly date: string | null;
  readonly organized: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The primary file first. */
  readonly files: readonly SimulatedVideoFile[];
  readonly studioId: number | null;
  readonly performerIds: readonly number[];
  readonly tagIds: readonly number[];
  readonly groups: readonly SimulatedMembership[];
  readonly stashIds: readonly SimulatedStashId[];
  readonly cover: PictureKind;
  /** Counts the covers that were set later; another number is another picture. */
  readonly coverRevision: number;
  readonly trait: NameTrait;
}

export interface SimulatedVideoFile {
  readonly id: number;
  readonly path: string;
  /** bytes */
  readonly size: number;
  /** seconds */
  readonly duration: number;
  readonly width: number;
  readonly height: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When the file itself was last written. */
  readonly modifiedAt: string;
  /** 16 lower-case hex digits */
  readonly oshash: string;
  readonly md5: string | null;
  readonly phash: string | null;
}

export interface SimulatedMembership {
  readonly groupId: number;
  readonly index: number | null;
}

export interface SimulatedStashId {
  readonly endpoint: string;
  readonly stashId: string;
}

/** What performers, studios, tags and groups have in common. */
export interface SimulatedEntity {
  readonly id: number;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly image: PictureKind;
}

export interface SimulatedPerformer extends SimulatedEntity {
  readonly disambiguation: string;
}

export interface SimulatedStudio extends SimulatedEntity {
  readonly parentId: number | null;
}

export interface SimulatedTag extends SimulatedEntity {
  /** Tags come in the order of this, where it is not `''`, else of their names (Stash 0.28 and later). */
  readonly sortName: string;
}

/** All that a simulated library starts with; every list in ascending order of ids. */
export interface LibraryContents {
  /** The library folder, as Stash names it. */
  readonly root: string;
  /** The server's time zone, in which it prints and compares its timestamps. */
  readonly utcOffsetMinutes: number;
  /** Seconds since the Unix epoch; every edit happens a second after the one before, the first a second after this. */
  readonly savedAt: number;
  readonly scenes: SimulatedScene[];
  readonly performers: SimulatedPerformer[];
  readonly studios: SimulatedStudio[];
  readonly tags: SimulatedTag[];
  readonly groups: SimulatedEntity[];
}
