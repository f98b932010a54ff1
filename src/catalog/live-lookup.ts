import { LRUCache } from 'lru-cache';
import type { Clock } from '../lib/clock.ts';
import type { LiveLookup, LookupAnswer, LookupRequest } from '../matching/live-lookup.ts';
import type { StashPath } from '../model/file-paths.ts';
import type { Scene } from '../model/scene.ts';
import { toFoldedPath, toSegments } from '../paths/normal-form.ts';
import type { CatalogStore } from './catalog-store.ts';
import { endsIn } from './ends-in.ts';
import type { SceneSource } from './scene-source.ts';
import { SharedFlights } from './shared-flights.ts';
import { StashTrouble } from './stash-trouble.ts';
import { SuffixQuestions, type ToPattern } from './suffix-questions.ts';

const NEGATIVE_MS = 60_000;
const MOST_NEGATIVES = 10_000;

export interface LookupOptions {
  /** With its trouble told (see `tellTrouble`). */
  readonly source: SceneSource;
  readonly store: CatalogStore;
  readonly clock: Clock;
  readonly toPattern: ToPattern;
}

export interface RememberingLookup {
  readonly lookUp: LiveLookup;
  /** Forgets what was not there, since something new came in. */
  readonly forgetMisses: () => void;
}

/**
 * Asks Stash for files that the catalog does not know: by the indexed look-ups where this Stash offers them, then by
 * one pattern shared with the neighbours. What is found goes into the catalog before the answer is given. Equal
 * questions share one flight; a "no" is remembered for a minute; trouble is `UNKNOWN` and never a "no".
 */
export function createLiveLookup(options: LookupOptions): RememberingLookup {
  const misses = createMisses(options.clock);
  let forgotten = 0;
  const flights = new SharedFlights<LookupAnswer>();
  const questions = new SuffixQuestions({ ...options, endsIn });
  const ask = async (request: LookupRequest, key: string, signal: AbortSignal): Promise<LookupAnswer> => {
    const forgottenBefore = forgotten;
    const answer = await findLive(options, questions, request, signal);
    // What came in while Stash was asked may be what was asked for.
    if (answer.kind === 'NOTHING' && forgotten === forgottenBefore) misses.set(key, true);
    return answer;
  };
  const lookUp: LiveLookup = async (request, signal) => {
    const key = toKey(request);
    if (misses.has(key)) return { kind: 'NOTHING' };
    try {
      return await flights.join(key, signal, (shared) => ask(request, key, shared));
    } catch (error) {
      return toUnknownAnswer(error, signal);
    }
  };
  const forgetMisses = () => {
    forgotten += 1;
    misses.clear();
  };
  return { lookUp, forgetMisses };
}

/**
 * Every path is asked for, since a file under one library folder proves nothing about another. Where one is found the
 * pattern is spared, and the answer says so.
 */
async function findLive(
  { source, store }: LookupOptions,
  questions: SuffixQuestions,
  { paths, suffix }: LookupRequest,
  signal: AbortSignal,
): Promise<LookupAnswer> {
  const atPaths = await Promise.all(paths.map(async (path) => source.findFileThenScene?.(path, signal)));
  const found = atPaths.filter((scene) => scene !== undefined);
  if (found.length > 0) return bring(store, found, true);
  const asked = await Promise.all(listRuns(paths, suffix).map((run) => questions.ask(run, signal)));
  return bring(
    store,
    asked.flatMap(({ scenes }) => scenes),
    asked.some(({ truncated }) => truncated),
  );
}

/** The suffix, and whole paths that it would not find because a rule changes what they end in. */
function listRuns(paths: readonly StashPath[], suffix: readonly string[]): readonly (readonly string[])[] {
  const tail = toFoldedPath(suffix.join('/'));
  const others = paths
    .map(toSegments)
    .filter((path) => toFoldedPath(path.slice(-suffix.length).join('/')) !== tail);
  return [suffix, ...others];
}

function bring(store: CatalogStore, scenes: readonly Scene[], truncated: boolean): LookupAnswer {
  if (scenes.length === 0) return { kind: 'NOTHING' };
  store.transaction(() => {
    for (const scene of scenes) store.recordScene(scene);
  });
  return { kind: 'BROUGHT', scenes: scenes.length, ...(truncated && { truncated }) };
}

function toUnknownAnswer(error: unknown, signal: AbortSignal): LookupAnswer {
  if (error instanceof StashTrouble && !signal.aborted) return { kind: 'UNKNOWN', cause: error.unknownCause };
  if (!signal.aborted) throw error;
  const detail = 'There was no answer in the time that the request had.';
  return { kind: 'UNKNOWN', cause: { reason: 'BUDGET_SPENT', detail } };
}

function createMisses(clock: Clock): LRUCache<string, true> {
  return new LRUCache({
    max: MOST_NEGATIVES,
    ttl: NEGATIVE_MS,
    ttlResolution: 0,
    perf: { now: () => clock.ticks() },
  });
}

function toKey({ paths, suffix }: LookupRequest): string {
  return JSON.stringify([paths.map(toFoldedPath), suffix.map(toFoldedPath)]);
}
