import type { FileHit } from '../matching/catalog-index.ts';
import type { PlexPath, StashPath } from '../model/file-paths.ts';
import type { SceneId } from '../model/ids.ts';
import type { FoundGap, GapKind } from './gap.ts';
import type { GapRecord } from './gap-life.ts';

/** Whose match a Plex item shows: this provider's, another agent's, or nobody's. */
export type ItemAgent = 'OURS' | 'OTHER' | 'NONE';

/** One file of one Plex item, as a sweep sets it aside for comparison. */
export interface StagedFile {
  readonly ratingKey: string;
  /** Title of the Plex library. */
  readonly library: string;
  readonly agent: ItemAgent;
  /** The scene that the item shows, when it is ours. */
  readonly shownScene?: SceneId;
  readonly showsSomething: boolean;
  readonly plexPath: PlexPath;
  /** Where the rules say Stash has it. */
  readonly stashPath?: StashPath;
  /** A configured rule says so, or none is configured and both sides are taken to see the same paths. */
  readonly byRule: boolean;
}

/** Rows of one table with keys in `(after, through]`. */
export interface RowRange {
  readonly after: number;
  readonly through: number;
}

export interface SceneRange {
  readonly after: SceneId | undefined;
  readonly through: SceneId;
}

/** A file whose path alone does not settle which scene it belongs to. */
export interface ContestedFile {
  readonly n: number;
  readonly plexPath: PlexPath;
  readonly stashPath?: StashPath;
  readonly shownScene?: SceneId;
  /** Files of Stash at the same folded path. */
  readonly atPath: readonly FileHit[];
  /** Files of the scene that the item shows. */
  readonly ofShown: readonly FileHit[];
}

/** A file that does not simply show the scene it belongs to. */
export interface OddFile extends Omit<StagedFile, 'showsSomething' | 'byRule'> {
  /** False when the scene that the item shows is gone from Stash. */
  readonly shownExists: boolean;
  /** Several scenes have it and nothing tells them apart. */
  readonly isTied: boolean;
  /** The scene it belongs to; absent when there is none or it is tied. */
  readonly foundScene?: SceneId;
}

/** A file that shows the scene it belongs to. */
export interface ShownFile {
  readonly ratingKey: string;
  readonly library: string;
  readonly plexPath: PlexPath;
  readonly sceneId: SceneId;
}

/** A scene that Plex shows and whose time differs from the one it was served with. */
export interface ServedBefore extends ShownFile {
  readonly updatedAt: string;
  readonly servedUpdatedAt: string;
}

/** A scene of which no file was found in Plex. */
export interface AbsentScene {
  readonly sceneId: SceneId;
  /** Its files, the primary one first. */
  readonly paths: readonly StashPath[];
}

/** What applying came to. */
export interface AppliedCounts {
  readonly opened: number;
  readonly unchanged: number;
}

/** A gap that somebody suppressed and that was found again. */
export interface FoundAgain {
  readonly known: GapRecord;
  readonly found: FoundGap;
}

/** Which gaps a complete sweep that did not find them closes. */
export interface ClosingScope {
  readonly at: number;
  /** A gap that a match saw after this may be newer than the listing. */
  readonly sweepStartedAt: number;
  /** Folded folders of the compared libraries: a live gap of a file elsewhere was not looked for. */
  readonly folders: readonly string[];
}

/**
 * The tables one sweep works in, beside the catalog, so that both libraries are joined where they lie and memory stays
 * flat. Nothing here touches a gap before the methods that apply; those are called in one transaction.
 */
export interface SweepStaging {
  transaction<Result>(work: () => Result): Result;
  clear(): void;
  /** One transaction. */
  stageFiles(files: readonly StagedFile[]): void;
  /** The key of the last staged file: keys are 1, 2, 3, … */
  getLastFile(): number;
  /** How many slashes precede the first segment in the paths of these scenes: two for UNC, one for a rooted path. */
  listLeads(range: SceneRange): readonly number[];
  /** Brings these files into the order in which Stash's files are best looked up; their places are 1, 2, 3, … */
  orderFiles(range: RowRange): void;
  /** Finds the scenes of the files at these places by their paths, given what all paths of Stash begin with. */
  matchFiles(places: RowRange, leads: ReadonlySet<number>): void;
  /** Files found at several scenes, and files that no rule speaks for whose item shows a scene. */
  listContested(range: RowRange): readonly ContestedFile[];
  /** Says which scenes have a contested file, and which of them it belongs to; without an owner it is tied. */
  settleFile(n: number, scenes: readonly SceneId[], owner: SceneId | undefined): void;
  /** Notes which of these scenes have a file in Plex and which are shown there; once for each, one transaction. */
  noteScenes(range: SceneRange): void;
  listOddFiles(range: RowRange): readonly OddFile[];
  /** Files of items that show nothing, and of scenes that have something to show. */
  listEmptyFiles(range: RowRange): readonly ShownFile[];
  /** The id of the last scene of the next page of scenes; `undefined` at the end. */
  findScenePage(after: SceneId | undefined, limit: number): SceneId | undefined;
  listServedBefore(range: SceneRange): readonly ServedBefore[];
  listAbsentScenes(range: SceneRange): readonly AbsentScene[];
  countFiles(range: SceneRange): number;
  /** Keeps the first finding of each gap; one transaction. */
  recordFound(found: readonly FoundGap[]): void;
  isFound(kind: GapKind, subject: string): boolean;

  /** Live gaps that know a name only, in any state, open ones first. */
  listNamedGaps(): readonly Pick<GapRecord, 'id' | 'kind' | 'subject'>[];
  /** A finding of this kind, not known as a gap yet, whose path ends in this name. */
  findFoundByName(kind: GapKind, name: string): string | undefined;
  adoptGap(id: string, subject: string): void;
  listSuppressedFound(): readonly FoundAgain[];
  /** Opens, reopens and refreshes all found gaps but the suppressed ones. */
  applyFound(at: number): AppliedCounts;
  /** Returns how many closed. */
  closeUnfound(scope: ClosingScope): number;
}
