import type { SimulatedScene, SimulatedVideoFile } from './library-contents.ts';

interface Tables {
  readonly byId: readonly SimulatedVideoFile[];
  readonly byPath: ReadonlyMap<string, SimulatedVideoFile>;
  readonly sceneByHash: ReadonlyMap<string, number>;
}

/** Files by id, path and hash. The tables are built when first needed, and anew after a change. */
export class FileIndex {
  readonly #scenes: () => readonly SimulatedScene[];
  #tables: Tables | undefined;

  constructor(scenes: () => readonly SimulatedScene[]) {
    this.#scenes = scenes;
  }

  /** Every file, in ascending order of file ids. */
  list(): readonly SimulatedVideoFile[] {
    return this.#built().byId;
  }

  findByPath(path: string): SimulatedVideoFile | undefined {
    return this.#built().byPath.get(path);
  }

  /** The id of the first scene with a file of this oshash or MD5, which are stored in lower case. */
  findSceneByHash(hash: string): number | undefined {
    return this.#built().sceneByHash.get(hash);
  }

  get nextId(): number {
    return (this.list().at(-1)?.id ?? 0) + 1;
  }

  /** Says that scenes or their files have changed. */
  forget(): void {
    this.#tables = undefined;
  }

  #built(): Tables {
    return (this.#tables ??= build(this.#scenes()));
  }
}

function build(scenes: readonly SimulatedScene[]): Tables {
  const byPath = new Map<string, SimulatedVideoFile>();
  const sceneByHash = new Map<string, number>();
  for (const scene of scenes) {
    for (const file of scene.files) {
      byPath.set(file.path, file);
      for (const hash of [file.oshash, file.md5]) {
        if (hash !== null && !sceneByHash.has(hash)) sceneByHash.set(hash, scene.id);
      }
    }
  }
  const byId = [...byPath.values()].sort((a, b) => a.id - b.id);
  return { byId, byPath, sceneByHash };
}
