import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import type { EntityKind, SceneState } from './scene-source.ts';

export type PullKind = 'FULL' | 'DIFF';

/** First every scene, then which of them have no cover. */
export type PullPhase = 'SCENES' | 'COVERS';

/** A pass over Stash that has begun and not yet come to its end; it survives the process. */
export interface RunningPass {
  /** Counts up with every pass. */
  readonly pass: number;
  readonly kind: PullKind;
  readonly phase: PullPhase;
  /** The last scene that was dealt with in this phase. */
  readonly cursor?: SceneId;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly seen: number;
  readonly total: number;
}

/** When each kind of pass last came to its end; milliseconds since the epoch. */
export interface CompletedPasses {
  readonly full?: { readonly startedAt: number; readonly completedAt: number };
  readonly diffCompletedAt?: number;
}

/** Scenes that a completed pass did not see, kept because they were suspiciously many. */
export interface HeldRemoval {
  readonly pass: number;
  readonly scenes: number;
}

/** A scene that must be read again; `seq` tells whether it was queued once more meanwhile. */
export interface QueuedScene {
  readonly id: SceneId;
  readonly seq: number;
}

export type RecordedAs = 'ADDED' | 'CHANGED' | 'UNCHANGED';

/** Covers in a range of ids: those named are missing, all others in `(after, through]` are there. */
export interface CoverRange {
  readonly after?: SceneId;
  readonly through?: SceneId;
  readonly missing: readonly SceneId[];
}

/**
 * Where the catalog is kept. Every call is local and immediate; what a `transaction` holds is kept as a whole or not
 * at all. All that is recorded here survives `kill -9` from the moment the call (or its transaction) returns.
 */
export interface CatalogStore {
  transaction<Result>(work: () => Result): Result;

  countScenes(): number;
  findCopy(id: SceneId): Scene | undefined;
  /** Whether the scene has a cover of its own; `undefined` for an unknown scene. */
  findCover(id: SceneId): boolean | undefined;
  /** What is known of scenes with ids in `(after, through]`, ascending. */
  listStates(after: SceneId | undefined, through: SceneId): readonly SceneState[];
  findState(id: SceneId): SceneState | undefined;
  listScenesOfEntity(kind: EntityKind, id: string): readonly SceneId[];
  /** The greatest `updated_at` text among the known scenes. */
  findLatestUpdatedAt(): string | undefined;

  /** Adds or replaces a scene and notes that the present pass has seen it. */
  recordScene(scene: Scene): RecordedAs;
  /** Notes that the present pass has seen these, which did not change. */
  markSeen(ids: readonly SceneId[]): void;
  recordCovers(range: CoverRange): void;
  removeScene(id: SceneId): boolean;

  findPass(): RunningPass | undefined;
  startPass(start: Pick<RunningPass, 'kind' | 'startedAt' | 'total'>): RunningPass;
  /** Puts the running pass forward. */
  movePass(to: Pick<RunningPass, 'phase' | 'cursor' | 'seen'>): void;
  completePass(completedAt: number): void;
  getCompletedPasses(): CompletedPasses;
  /** Scenes that no pass from this one on has seen. */
  listUnseen(pass: number): readonly SceneId[];
  findHeldRemoval(): HeldRemoval | undefined;
  recordHeldRemoval(held: HeldRemoval | undefined): void;

  queueScenes(ids: readonly SceneId[]): void;
  /** The next scenes to read again, longest queued first. */
  listQueued(limit: number): readonly QueuedScene[];
  /** Takes scenes off the queue, but for those queued again since. */
  finishQueued(done: readonly QueuedScene[]): void;
  countQueued(): number;

  findWatermark(name: string): string | undefined;
  recordWatermark(name: string, text: string): void;
  findEntityUpdatedAt(kind: EntityKind, id: string): string | undefined;
  recordEntityUpdatedAt(kind: EntityKind, id: string, updatedAt: string): void;
}
