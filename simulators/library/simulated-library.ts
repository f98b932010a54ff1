import { FileIndex } from './file-index.ts';
import { IdTable } from './id-table.ts';
import type {
  LibraryContents,
  PictureKind,
  SimulatedEntity,
  SimulatedPerformer,
  SimulatedScene,
  SimulatedStudio,
  SimulatedTag,
  SimulatedVideoFile,
} from './library-contents.ts';
import { formatStashTime } from './stash-time.ts';

/** What an owner can edit on a scene. */
export type SceneEdit = Partial<
  Omit<SimulatedScene, 'id' | 'files' | 'createdAt' | 'updatedAt' | 'coverRevision'>
>;

/** A new scene: the paths of its files, the primary first, and whatever else is known. */
export type NewScene = SceneEdit & { readonly paths: readonly string[] };

/**
 * The store behind a simulated Stash. Rows are replaced, never changed in place, so what was read stays as it was.
 *
 * Each edit takes place one second after the one before and moves exactly the timestamps that Stash moves: editing
 * a scene its own, renaming a performer only the performer's, moving a file only the file's.
 */
export class SimulatedLibrary {
  readonly root: string;
  readonly #scenes: IdTable<SimulatedScene>;
  readonly #performers: IdTable<SimulatedPerformer>;
  readonly #studios: IdTable<SimulatedStudio>;
  readonly #tags: IdTable<SimulatedTag>;
  readonly #groups: IdTable<SimulatedEntity>;
  readonly #files: FileIndex;
  #utcOffsetMinutes: number;
  #editedAt: number;

  constructor(contents: LibraryContents) {
    this.root = contents.root;
    this.#utcOffsetMinutes = contents.utcOffsetMinutes;
    this.#editedAt = contents.savedAt;
    this.#scenes = new IdTable(contents.scenes);
    this.#performers = new IdTable(contents.performers);
    this.#studios = new IdTable(contents.studios);
    this.#tags = new IdTable(contents.tags);
    this.#groups = new IdTable(contents.groups);
    this.#files = new FileIndex(() => this.scenes);
  }

  /** In ascending order of ids, as all lists here. */
  get scenes(): readonly SimulatedScene[] {
    return this.#scenes.rows;
  }

  get performers(): readonly SimulatedPerformer[] {
    return this.#performers.rows;
  }

  get studios(): readonly SimulatedStudio[] {
    return this.#studios.rows;
  }

  get tags(): readonly SimulatedTag[] {
    return this.#tags.rows;
  }

  get groups(): readonly SimulatedEntity[] {
    return this.#groups.rows;
  }

  /** Files by path, by hash and in the order of their ids. */
  get files(): FileIndex {
    return this.#files;
  }

  findScene(id: number): SimulatedScene | undefined {
    return this.#scenes.find(id);
  }

  findPerformer(id: number): SimulatedPerformer | undefined {
    return this.#performers.find(id);
  }

  findStudio(id: number): SimulatedStudio | undefined {
    return this.#studios.find(id);
  }

  findTag(id: number): SimulatedTag | undefined {
    return this.#tags.find(id);
  }

  findGroup(id: number): SimulatedEntity | undefined {
    return this.#groups.find(id);
  }

  /** The position in `scenes` of the first scene whose id is greater. */
  indexAfter(sceneId: number): number {
    return this.#scenes.indexAfter(sceneId);
  }

  editScene(id: number | string, edit: SceneEdit): SimulatedScene {
    const edited = { ...this.#scenes.get(Number(id)), ...edit, updatedAt: this.#tick() };
    this.#scenes.put(edited);
    return edited;
  }

  /** Gives the scene another cover, or none. */
  setCover(id: number | string, cover: PictureKind): SimulatedScene {
    const scene = this.#scenes.get(Number(id));
    this.#scenes.put({ ...scene, coverRevision: scene.coverRevision + 1 });
    return this.editScene(id, { cover });
  }

  addScene({ paths, ...known }: NewScene): SimulatedScene {
    const now = this.#tick();
    const firstFileId = this.#files.nextId;
    const files = paths.map((path, index) => newFile(firstFileId + index, path, now));
    const scene = { ...blankScene(this.#scenes.nextId, now), ...known, files };
    this.#scenes.put(scene);
    this.#files.forget();
    return scene;
  }

  /** Removes the scene and its files. Stash leaves no trace of a deletion and never gives the id again. */
  deleteScene(id: number | string): void {
    this.#tick();
    this.#scenes.delete(Number(id));
    this.#files.forget();
  }

  /** Moves or renames a file: only the file's own `updatedAt` moves, the scene's stays. */
  moveFile(from: string, to: string): SimulatedVideoFile {
    const scene = this.scenes.find((candidate) => candidate.files.some((file) => file.path === from));
    const file = scene?.files.find((candidate) => candidate.path === from);
    if (!scene || !file) throw new RangeError(`expected the path of a file in the library, but got: ${from}`);
    const moved = { ...file, path: to, updatedAt: this.#tick() };
    this.#scenes.put({ ...scene, files: scene.files.map((other) => (other === file ? moved : other)) });
    this.#files.forget();
    return moved;
  }

  renamePerformer(id: number | string, name: string): void {
    this.#performers.put({ ...this.#performers.get(Number(id)), name, updatedAt: this.#tick() });
  }

  renameStudio(id: number | string, name: string): void {
    this.#studios.put({ ...this.#studios.get(Number(id)), name, updatedAt: this.#tick() });
  }

  renameTag(id: number | string, name: string): void {
    this.#tags.put({ ...this.#tags.get(Number(id)), name, updatedAt: this.#tick() });
  }

  renameGroup(id: number | string, name: string): void {
    this.#groups.put({ ...this.#groups.get(Number(id)), name, updatedAt: this.#tick() });
  }

  setPerformerImage(id: number | string, image: PictureKind): void {
    this.#performers.put({ ...this.#performers.get(Number(id)), image, updatedAt: this.#tick() });
  }

  /** Moves the server to another time zone: later edits print another offset, earlier ones keep theirs. */
  setUtcOffset(minutes: number): void {
    this.#utcOffsetMinutes = minutes;
  }

  /** Lets time pass until then, in milliseconds since the Unix epoch; later edits come after it. */
  passTo(at: number): void {
    this.#editedAt = Math.max(this.#editedAt, Math.floor(at / 1000));
  }

  #tick(): string {
    this.#editedAt += 1;
    return formatStashTime(this.#editedAt, this.#utcOffsetMinutes);
  }
}

function blankScene(id: number, now: string): SimulatedScene {
  return {
    id,
    title: '',
    code: '',
    details: '',
    director: '',
    date: null,
    organized: false,
    createdAt: now,
    updatedAt: now,
    files: [],
    studioId: null,
    performerIds: [],
    tagIds: [],
    groups: [],
    stashIds: [],
    cover: 'JPEG',
    coverRevision: 0,
    trait: 'PLAIN',
  };
}

function newFile(id: number, path: string, now: string): SimulatedVideoFile {
  const oshash = id.toString(16).padStart(16, 'f');
  const picture = { size: 700_000_000 + id, duration: 1800, width: 1920, height: 1080 };
  return {
    id,
    path,
    ...picture,
    createdAt: now,
    updatedAt: now,
    modifiedAt: now,
    oshash,
    md5: null,
    phash: null,
  };
}
