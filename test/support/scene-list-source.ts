import type { Changed, EntityKind, ListChanged, SceneSource } from '../../src/catalog/scene-source.ts';
import type { StashPath } from '../../src/model/file-paths.ts';
import type { SceneId } from '../../src/model/ids.ts';
import type { Scene } from '../../src/model/scene.ts';

/** A Stash that is nothing but a list of scenes; it answers as Stash does and counts what it is asked. */
export class SceneListSource implements SceneSource {
  readonly scenes = new Map<SceneId, Scene>();
  readonly withoutCover = new Set<SceneId>();
  readonly entities = new Map<EntityKind, Changed[]>();
  /** Every question, in order. */
  readonly asked: string[] = [];
  readonly patterns: string[] = [];
  /** Scenes that are listed but cannot be read, as those whose resolver fails. */
  readonly unreadable = new Set<SceneId>();
  /** Called before every answer; throwing is how this Stash fails, waiting is how it hangs. */
  beforeAnswer: (question: string, signal: AbortSignal) => void | Promise<void> = () => undefined;
  /** What a Stash of 0.30 and newer offers. */
  isNew = false;

  constructor(scenes: Iterable<Scene> = []) {
    for (const scene of scenes) this.put(scene);
  }

  put(scene: Scene): void {
    this.scenes.set(scene.id, scene);
  }

  count(question: string): number {
    return this.asked.filter((asked) => asked === question).length;
  }

  countScenes(signal: AbortSignal) {
    return this.#answer('countScenes', signal, () => this.scenes.size);
  }

  listScenesAfter(after: SceneId | undefined, limit: number, signal: AbortSignal) {
    return this.#answer('listScenesAfter', signal, () =>
      this.#after(after)
        .filter(({ id }) => !this.unreadable.has(id))
        .slice(0, limit),
    );
  }

  listSceneStatesAfter(after: SceneId | undefined, limit: number, signal: AbortSignal) {
    return this.#answer('listSceneStatesAfter', signal, () => this.#after(after).slice(0, limit));
  }

  listScenesWithoutCoverAfter(after: SceneId | undefined, limit: number, signal: AbortSignal) {
    return this.#answer('listScenesWithoutCoverAfter', signal, () =>
      this.#after(after)
        .map(({ id }) => id)
        .filter((id) => this.withoutCover.has(id))
        .slice(0, limit),
    );
  }

  listScenesChangedSince(since: string, after: SceneId | undefined, limit: number, signal: AbortSignal) {
    return this.#answer('listScenesChangedSince', signal, () =>
      this.#after(after)
        .filter(({ updatedAt }) => updatedAt > since)
        .slice(0, limit),
    );
  }

  get listScenesWithFilesChangedSince(): SceneSource['listScenesWithFilesChangedSince'] {
    if (!this.isNew) return undefined;
    return (since, after, limit, signal) =>
      this.#answer('listScenesWithFilesChangedSince', signal, () =>
        this.#after(after)
          .filter(({ files }) => files.some(({ updatedAt }) => updatedAt > since))
          .slice(0, limit),
      );
  }

  listPerformersChangedSince: ListChanged = (...args) => this.#listChanged('PERFORMER', ...args);
  listStudiosChangedSince: ListChanged = (...args) => this.#listChanged('STUDIO', ...args);
  listTagsChangedSince: ListChanged = (...args) => this.#listChanged('TAG', ...args);
  listGroupsChangedSince: ListChanged = (...args) => this.#listChanged('GROUP', ...args);

  readScenes(ids: readonly SceneId[], signal: AbortSignal) {
    return this.#answer('readScenes', signal, () => {
      const found = ids.flatMap((id) => this.scenes.get(id) ?? []);
      return new Map(found.filter(({ id }) => !this.unreadable.has(id)).map((scene) => [scene.id, scene]));
    });
  }

  get findFileThenScene(): SceneSource['findFileThenScene'] {
    if (!this.isNew) return undefined;
    return (path: StashPath, signal) =>
      this.#answer('findFileThenScene', signal, () =>
        [...this.scenes.values()].find(({ files }) => files.some((file) => file.path === path)),
      );
  }

  findScenesByPathPattern(pattern: string, limit: number, signal: AbortSignal) {
    this.patterns.push(pattern);
    const regex = new RegExp(pattern.replace('(?i)', ''), pattern.startsWith('(?i)') ? 'i' : '');
    return this.#answer('findScenesByPathPattern', signal, () =>
      this.#after(undefined)
        .filter(({ files }) => files.some(({ path }) => regex.test(path)))
        .slice(0, limit),
    );
  }

  #listChanged(kind: EntityKind, since: string, page: number, limit: number, signal: AbortSignal) {
    return this.#answer(`listChanged ${kind}`, signal, () =>
      (this.entities.get(kind) ?? [])
        .filter(({ updatedAt }) => updatedAt > since)
        .sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1))
        .slice((page - 1) * limit, page * limit),
    );
  }

  #after(after: SceneId | undefined): Scene[] {
    const all = [...this.scenes.values()].sort((a, b) => Number(a.id) - Number(b.id));
    return after === undefined ? all : all.filter(({ id }) => Number(id) > Number(after));
  }

  /** The answer is what was true when the question arrived. */
  async #answer<Answer>(question: string, signal: AbortSignal, answer: () => Answer): Promise<Answer> {
    this.asked.push(question);
    await this.beforeAnswer(question, signal);
    signal.throwIfAborted();
    return structuredClone(answer());
  }
}

/** An RE2-like pattern for the end of a path, enough for plain names. */
export function toTestPattern(suffixes: readonly (readonly string[])[]): string {
  const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const runs = suffixes.map((suffix) => suffix.map(escape).join('[/\\\\]'));
  return `(?:^|[/\\\\])(?:${runs.join('|')})$`;
}
