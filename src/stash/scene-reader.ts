import { LRUCache } from 'lru-cache';
import type { Clock } from '../lib/clock.ts';
import type { SceneId } from '../model/ids.ts';
import type { SceneReading } from '../model/scene-reading.ts';
import { type BatchReading, MAX_BATCH, readSceneBatch } from './scene-batch.ts';
import type { StashClient } from './stash-client.ts';
import { toResolverCause, toUnknownCause } from './to-unknown-cause.ts';

/** Reads scenes live for requests. Readings are values: only a defect of ours rejects. */
export interface SceneReader {
  /**
   * What Stash says now. Readers of the same scene share one flight, and neighbours share one request. A caller whose
   * signal aborts gets `BUDGET_SPENT` and cancels nobody else; a request that nobody waits for any more is cut.
   */
  read(id: SceneId, signal?: AbortSignal): Promise<SceneReading>;
  /** As `read`, but satisfied with what was found in the last few seconds: for the questions PMS asks right after. */
  readRecent(id: SceneId, signal?: AbortSignal): Promise<SceneReading>;
  /** Drops what is remembered of a scene. */
  forget(id: SceneId): void;
}

export interface SceneReaderOptions {
  readonly client: StashClient;
  readonly clock: Clock;
  readonly memoMs?: number;
  readonly maxBatch?: number;
  /** Requests under way at once; scenes asked for meanwhile gather for the next one. */
  readonly maxRequests?: number;
}

export function createSceneReader(options: SceneReaderOptions): SceneReader {
  return new BatchingSceneReader(options);
}

/** One scene being asked for, with all who wait for it. */
interface Flight {
  readonly id: SceneId;
  readonly landed: Promise<SceneReading>;
  readonly land: (reading: SceneReading) => void;
  readonly crash: (error: unknown) => void;
  waiters: number;
  /** The request it travels in, once it has left. */
  request?: Departed;
}

interface Departed {
  readonly flights: readonly Flight[];
  readonly controller: AbortController;
}

class BatchingSceneReader implements SceneReader {
  readonly #client: StashClient;
  readonly #maxBatch: number;
  readonly #maxRequests: number;
  readonly #memo: LRUCache<SceneId, SceneReading>;
  /** By scene: those that wait to leave and those under way. */
  readonly #flights = new Map<SceneId, Flight>();
  #queue: Flight[] = [];
  #requests = 0;
  #departing = false;

  constructor({ client, clock, memoMs = 15_000, maxBatch = MAX_BATCH, maxRequests = 4 }: SceneReaderOptions) {
    this.#client = client;
    this.#maxBatch = maxBatch;
    this.#maxRequests = maxRequests;
    this.#memo = new LRUCache({
      max: 1_000,
      ttl: memoMs,
      ttlResolution: 0,
      perf: { now: () => clock.ticks() },
    });
  }

  async readRecent(id: SceneId, signal?: AbortSignal): Promise<SceneReading> {
    return this.#memo.get(id) ?? this.read(id, signal);
  }

  async read(id: SceneId, signal?: AbortSignal): Promise<SceneReading> {
    if (signal?.aborted) return toSpent(signal);
    const flight = this.#flights.get(id) ?? this.#enqueue(id);
    flight.waiters += 1;
    if (signal === undefined) return flight.landed;
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#leave(flight);
        resolve(toSpent(signal));
      };
      signal.addEventListener('abort', leave, { once: true });
      flight.landed.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  forget(id: SceneId): void {
    this.#memo.delete(id);
    // A flight that left before now may bring what is to be forgotten: later readers start their own.
    if (this.#flights.get(id)?.request) this.#flights.delete(id);
  }

  #enqueue(id: SceneId): Flight {
    const { promise: landed, resolve: land, reject: crash } = Promise.withResolvers<SceneReading>();
    // Whoever waits sees the crash; when nobody does, it must not end the process.
    landed.catch(() => undefined);
    const flight: Flight = { id, landed, land, crash, waiters: 0 };
    this.#flights.set(id, flight);
    this.#queue.push(flight);
    this.#departSoon();
    return flight;
  }

  /** Leaves when the event loop has taken in what arrived together, or when a request under way has ended. */
  #departSoon(): void {
    if (this.#departing) return;
    this.#departing = true;
    setImmediate(() => {
      this.#departing = false;
      while (this.#queue.length > 0 && this.#requests < this.#maxRequests) void this.#depart();
    });
  }

  async #depart(): Promise<void> {
    const request = { flights: this.#queue.splice(0, this.#maxBatch), controller: new AbortController() };
    for (const flight of request.flights) flight.request = request;
    this.#requests += 1;
    try {
      await this.#ask(request);
    } catch (error) {
      for (const flight of request.flights) flight.crash(error);
    } finally {
      for (const flight of request.flights) this.#retire(flight);
      this.#requests -= 1;
      this.#departSoon();
    }
  }

  async #ask({ flights, controller: { signal } }: Departed): Promise<void> {
    const ids = flights.map((flight) => flight.id);
    try {
      const readings = await readSceneBatch(this.#client, ids, { lane: 'REQUEST', signal });
      for (const flight of flights) this.#land(flight, readings.get(flight.id));
    } catch (error) {
      const cause = toUnknownCause(error, signal);
      for (const flight of flights) flight.land({ kind: 'UNKNOWN', cause });
    }
  }

  #land(flight: Flight, outcome: BatchReading | undefined): void {
    const reading = toSceneReading(outcome);
    // A forgotten flight is no longer the one on record and must not be remembered.
    if (reading.kind === 'FOUND' && this.#flights.get(flight.id) === flight)
      this.#memo.set(flight.id, reading);
    flight.land(reading);
  }

  #retire(flight: Flight): void {
    if (this.#flights.get(flight.id) === flight) this.#flights.delete(flight.id);
  }

  #leave(flight: Flight): void {
    flight.waiters -= 1;
    if (flight.waiters > 0) return;
    const { request } = flight;
    if (request === undefined) {
      this.#queue = this.#queue.filter((other) => other !== flight);
      this.#retire(flight);
    } else if (request.flights.every((other) => other.waiters === 0)) {
      for (const other of request.flights) this.#retire(other);
      request.controller.abort(new Error('nobody waits for this answer any more'));
    }
  }
}

function toSceneReading(outcome: BatchReading | undefined): SceneReading {
  if (outcome?.kind === 'FOUND') return { kind: 'FOUND', scene: outcome.scene, from: 'STASH' };
  if (outcome?.kind === 'GONE') return { kind: 'GONE' };
  return { kind: 'UNKNOWN', cause: toResolverCause(outcome?.code ?? 'OTHER') };
}

function toSpent(signal: AbortSignal): SceneReading {
  return { kind: 'UNKNOWN', cause: toUnknownCause(signal.reason, signal) };
}
