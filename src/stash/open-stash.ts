import type { BreakerView } from '../lib/breaker-state.ts';
import type { Clock } from '../lib/clock.ts';
import { createGuards } from '../lib/policy.ts';
import type { Secret } from '../lib/secret.ts';
import type { SceneId } from '../model/ids.ts';
import { createStashImages, type StashImages } from './image-fetch.ts';
import { judgeStashError } from './judge-stash-error.ts';
import { createSceneReader, type SceneReader } from './scene-reader.ts';
import { createStashClient, type StashCallEvent } from './stash-client.ts';
import { createStashConnection, type StashConnection } from './stash-connection.ts';
import { createStashSource, type StashSource } from './stash-source.ts';
import { toUnknownCause } from './to-unknown-cause.ts';
import { createStashTransport } from './transport.ts';

export interface StashOptions {
  readonly url: string;
  readonly apiKey?: Secret | undefined;
  /** Time one attempt has until its answer is complete. */
  readonly timeoutMs: number;
  /** Requests at once in the lane of requests; background work has two places of its own. */
  readonly concurrency: number;
  /** Requests a second in the lane of requests, where a limit is wanted; background work never exceeds it either. */
  readonly ratePerS?: number | undefined;
  readonly clock: Clock;
  readonly onCall?: ((event: StashCallEvent) => void) | undefined;
  /** Told of scenes that Stash itself fails to read. */
  readonly onUnreadable?: ((ids: readonly SceneId[]) => void) | undefined;
}

/** Everything there is to ask of one Stash, behind the same guards. */
export interface Stash {
  readonly connection: StashConnection;
  readonly breaker: BreakerView;
  readonly source: StashSource;
  readonly scenes: SceneReader;
  readonly images: StashImages;
  /** Cuts what runs and refuses what comes. */
  stop(): void;
}

const BACKGROUND = { concurrency: 2, ratePerS: 10 };

/** Wires the adapter; asks nothing of Stash yet. Throws a `TypeError` when the address or the key is unusable. */
export function openStash(options: StashOptions): Stash {
  const { clock, timeoutMs, concurrency, ratePerS } = options;
  const guards = createGuards({
    clock,
    timeoutMs,
    // Room for all attempts and some waiting, and well inside what PMS waits for.
    request: { concurrency, deadlineMs: 4 * timeoutMs, ...(ratePerS === undefined ? {} : { ratePerS }) },
    background: {
      ...BACKGROUND,
      ratePerS: Math.min(BACKGROUND.ratePerS, ratePerS ?? Infinity),
      deadlineMs: 8 * timeoutMs,
    },
    judge: judgeStashError,
    describe: (error) => toUnknownCause(error).detail,
  });
  const transport = createStashTransport({ baseUrl: options.url, apiKey: options.apiKey });
  const bare = createStashClient({ transport, guards, clock, onCall: options.onCall });
  const connection = createStashConnection({ client: bare, breaker: guards.breaker, clock });
  const { client } = connection;
  const { onUnreadable } = options;
  return {
    connection,
    breaker: guards.breaker,
    source: createStashSource({ client, capabilities: () => connection.capabilities(), onUnreadable }),
    scenes: createSceneReader({ client, clock }),
    images: createStashImages(client, timeoutMs),
    stop: () => guards.stop(),
  };
}
