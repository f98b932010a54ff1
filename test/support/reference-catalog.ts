import type { CatalogIndex, FileHit } from '../../src/matching/catalog-index.ts';
import type { StashPath } from '../../src/model/file-paths.ts';
import type { SceneId } from '../../src/model/ids.ts';
import type { Scene } from '../../src/model/scene.ts';
import { toFoldedPath, toSegments } from '../../src/paths/normal-form.ts';

/**
 * What the catalog promises, in the plainest way: it looks at every scene each time. Slow and obviously right, so that
 * it can stand beside the real one and be compared with it.
 */
export class ReferenceCatalog implements CatalogIndex {
  readonly #scenes = new Map<SceneId, Scene>();
  complete: boolean;
  /** How often anything was asked. */
  asked = 0;

  constructor(scenes: readonly Scene[] = [], complete = true) {
    this.complete = complete;
    for (const scene of scenes) this.record(scene);
  }

  record(scene: Scene): void {
    this.#scenes.set(scene.id, scene);
  }

  isComplete(): boolean {
    return this.complete;
  }

  listFilesAt(path: StashPath): FileHit[] {
    const wanted = toFoldedPath(path);
    return this.#listFiles().filter((hit) => toFoldedPath(hit.path) === wanted);
  }

  listFilesEndingIn(segments: readonly string[], limit: number): FileHit[] {
    const wanted = toSegments(toFoldedPath(segments.join('/')));
    return this.#listFiles()
      .filter((hit) => endsIn(toSegments(toFoldedPath(hit.path)), wanted))
      .slice(0, limit);
  }

  findScene(id: SceneId): Scene | undefined {
    this.asked += 1;
    return this.#scenes.get(id);
  }

  listScenesByStashBoxId(id: string): SceneId[] {
    return this.#listIds((scene) => scene.stashIds.some((stashId) => stashId.id === id));
  }

  listScenesByCode(code: string, limit: number): SceneId[] {
    const bare = toBareCode(code);
    return this.#listIds(
      (scene) => scene.code !== undefined && bare !== '' && toBareCode(scene.code) === bare,
    ).slice(0, limit);
  }

  listScenesByDate(date: string, limit: number): SceneId[] {
    return this.#listIds((scene) => scene.date === date).slice(0, limit);
  }

  searchScenes(words: readonly string[], limit: number): SceneId[] {
    this.asked += 1;
    if (words.length === 0) return [];
    const found = [...this.#scenes.values()].map((scene) => ({
      id: scene.id,
      hits: countHits(scene, words),
    }));
    const fewest = found.some(({ hits }) => hits === words.length) ? words.length : 1;
    return found
      .filter(({ hits }) => hits >= fewest)
      .sort((a, b) => b.hits - a.hits)
      .map(({ id }) => id)
      .slice(0, limit);
  }

  #listFiles(): FileHit[] {
    this.asked += 1;
    return [...this.#scenes.values()].flatMap(({ id, files }) =>
      files.map(({ path }) => ({ sceneId: id, path })),
    );
  }

  #listIds(fits: (scene: Scene) => boolean): SceneId[] {
    this.asked += 1;
    return [...this.#scenes.values()].filter(fits).map(({ id }) => id);
  }
}

function endsIn(path: readonly string[], segments: readonly string[]): boolean {
  const tail = path.slice(-segments.length);
  return tail.length === segments.length && tail.every((segment, at) => segment === segments[at]);
}

function toBareCode(code: string): string {
  return code
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}

function countHits(scene: Scene, words: readonly string[]): number {
  const texts = [
    scene.title,
    scene.studio?.name,
    scene.code,
    scene.date,
    ...scene.performers.map(({ name }) => name),
  ];
  const known = new Set(texts.flatMap((text) => text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  return words.filter((word) => known.has(word.toLowerCase())).length;
}
