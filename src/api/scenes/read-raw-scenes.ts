import type { SceneId } from '../../model/ids.ts';
import type { UnknownCause } from '../../model/unknown-cause.ts';
import type { GraphqlAnswer } from '../../stash/graphql-answer.ts';
import { composeBatch } from '../../stash/scene-batch.ts';
import type { StashClient } from '../../stash/stash-client.ts';
import { StashError } from '../../stash/stash-error.ts';
import { toResolverCause, toUnknownCause } from '../../stash/to-unknown-cause.ts';
import type { RawScene, RawSceneReading, ReadRawScenes } from './scene-reading.ts';

/**
 * Reads scenes as Stash has them, for people: aliased single look-ups in one request of the background lane, so that
 * a missing scene harms no other and a scan is never kept waiting.
 */
export function createReadRawScenes(client: Pick<StashClient, 'readPartly'>): ReadRawScenes {
  return async (ids, signal) => {
    const variables = Object.fromEntries(ids.map((id, index) => [`s${index}`, id]));
    try {
      const call = { lane: 'BACKGROUND', signal } as const;
      const answer = await client.readPartly(composeBatch(ids.length), variables, call);
      return new Map(ids.map((id, index) => [id, toReading(answer, `s${index}`, id)]));
    } catch (error) {
      return allUnknown(ids, toUnknownCause(error, signal));
    }
  };
}

/** The same trouble for each of them. */
export function allUnknown(
  ids: readonly SceneId[],
  cause: UnknownCause,
): ReadonlyMap<SceneId, RawSceneReading> {
  return new Map(ids.map((id) => [id, { kind: 'UNKNOWN', cause }]));
}

/** Null means "no such scene" only in an answer without an error that may be about it. */
function toReading(answer: GraphqlAnswer, alias: string, id: SceneId): RawSceneReading {
  const scene = answer.data[alias] as RawScene | null | undefined;
  if (scene?.id === id) return { kind: 'FOUND', scene };
  const failure = answer.failures.find(({ path }) => path[0] === alias || path.length === 0);
  if (failure) return { kind: 'UNKNOWN', cause: toResolverCause(failure.code) };
  if (scene === null) return { kind: 'GONE' };
  const error = new StashError('GARBAGE', { code: 'UNEXPECTED_SHAPE', member: 'Query.findScene' });
  return { kind: 'UNKNOWN', cause: toUnknownCause(error) };
}
