import type { SceneId } from '../../model/ids.ts';
import type { UnknownCause } from '../../model/unknown-cause.ts';
import { allUnknown } from './read-raw-scenes.ts';
import { MOST_SCENES, type RawSceneReading, type ReadRawScenes } from './scene-reading.ts';

/** Shorter than a request may take as a whole, so that a page without its scenes still arrives. */
const SCENES_WITHIN_MS = 15_000;

interface Waiter {
  readonly promise: Promise<RawSceneReading>;
  readonly resolve: (reading: RawSceneReading) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers the scenes that one request asks for and reads them together: a page of gaps is one request to Stash. It
 * remembers nothing, since a subscription keeps it for days.
 */
export class SceneLoader {
  readonly #read: ReadRawScenes;
  readonly #signal: AbortSignal;
  readonly #withinMs: number;
  #waiting = new Map<SceneId, Waiter>();

  constructor(read: ReadRawScenes, signal: AbortSignal, withinMs = SCENES_WITHIN_MS) {
    this.#read = read;
    this.#signal = signal;
    this.#withinMs = withinMs;
  }

  load(id: SceneId): Promise<RawSceneReading> {
    if (this.#waiting.size === 0) setImmediate(() => this.#leave());
    const waiter = this.#waiting.get(id) ?? Promise.withResolvers<RawSceneReading>();
    this.#waiting.set(id, waiter);
    return waiter.promise;
  }

  #leave(): void {
    const gathered = [...this.#waiting];
    this.#waiting = new Map();
    for (let from = 0; from < gathered.length; from += MOST_SCENES) {
      void this.#readTogether(gathered.slice(from, from + MOST_SCENES));
    }
  }

  async #readTogether(batch: readonly (readonly [SceneId, Waiter])[]): Promise<void> {
    try {
      const readings = await this.#readInTime(batch.map(([id]) => id));
      for (const [id, waiter] of batch) waiter.resolve(readings.get(id) ?? NOT_ANSWERED);
    } catch (error) {
      for (const [, waiter] of batch) waiter.reject(error);
    }
  }

  #readInTime(ids: readonly SceneId[]): Promise<ReadonlyMap<SceneId, RawSceneReading>> {
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(this.#withinMs)]);
    const { promise, resolve } = Promise.withResolvers<ReadonlyMap<SceneId, RawSceneReading>>();
    const giveUp = (): void => resolve(allUnknown(ids, TOO_LATE));
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    const read = this.#read(ids, signal).finally(() => signal.removeEventListener('abort', giveUp));
    return Promise.race([promise, read]);
  }
}

const TOO_LATE: UnknownCause = {
  reason: 'BUDGET_SPENT',
  detail: 'Stash gave no answer in the time that the request had.',
};
const NOT_ANSWERED: RawSceneReading = {
  kind: 'UNKNOWN',
  cause: { reason: 'STASH_GARBAGE', detail: 'The answer of Stash did not say anything about this scene.' },
};
