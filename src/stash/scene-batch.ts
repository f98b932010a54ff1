import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import { WholeSceneFragmentDoc } from './generated/operations.ts';
import type { GraphqlAnswer } from './graphql-answer.ts';
import type { StashCall, StashClient } from './stash-client.ts';
import { StashError, type UpstreamCode } from './stash-error.ts';
import { toScene } from './to-scene.ts';

/** How one scene of a batch came out. `GONE`: Stash said that it does not exist. `FAILED`: its resolver failed. */
export type BatchReading =
  | { readonly kind: 'FOUND'; readonly scene: Scene }
  | { readonly kind: 'GONE' }
  | { readonly kind: 'FAILED'; readonly code: UpstreamCode };

/**
 * Scenes in one request. Few enough to answer in a fraction of a second, and few different documents, since Stash keeps
 * the last thousand that it parsed.
 */
export const MAX_BATCH = 25;

/**
 * Reads up to `MAX_BATCH` different scenes in one request that tolerates missing ones. Aliased single look-ups, since
 * a list of ids fails as a whole over one unknown id and an empty list returns the first page of the library (seen on
 * Stash 0.25 to 0.30). Throws when the request as a whole failed.
 */
export async function readSceneBatch(
  client: StashClient,
  ids: readonly SceneId[],
  call: StashCall,
): Promise<ReadonlyMap<SceneId, BatchReading>> {
  if (ids.length === 0 || ids.length > MAX_BATCH) {
    throw new RangeError(`expected 1 to ${MAX_BATCH} scene ids, but got: ${ids.length}`);
  }
  const variables = Object.fromEntries(ids.map((id, index) => [`s${index}`, id]));
  const answer = await client.readPartly(composeBatch(ids.length), variables, call);
  return new Map(ids.map((id, index) => [id, toReading(answer, `s${index}`, id)]));
}

const documents = new Map<number, string>();

/** The document for so many scenes: `s0` to `sN` over the same fragment that all other scene reads use. */
export function composeBatch(count: number): string {
  const known = documents.get(count);
  if (known !== undefined) return known;
  const names = Array.from({ length: count }, (_, index) => `s${index}`);
  const parameters = names.map((name) => `$${name}: ID!`).join(', ');
  const fields = names.map((name) => `  ${name}: findScene(id: $${name}) { ...WholeScene }`).join('\n');
  const document = `query ReadScenes(${parameters}) {\n${fields}\n}\n${WholeSceneFragmentDoc.toString()}`;
  documents.set(count, document);
  return document;
}

function toReading(answer: GraphqlAnswer, alias: string, id: SceneId): BatchReading {
  const value = answer.data[alias];
  const failure = answer.failures.find((other) => other.path[0] === alias);
  if (value === null) return failure ? { kind: 'FAILED', code: failure.code } : toGone(answer);
  if (value === undefined)
    throw new StashError('GARBAGE', { code: 'UNEXPECTED_SHAPE', member: 'Query.findScene' });
  const scene = toScene(value);
  if (scene.id === id) return { kind: 'FOUND', scene };
  throw new StashError('GARBAGE', { code: 'UNEXPECTED_SHAPE', member: 'Scene.id' });
}

/** Null means "no such scene" only in an answer without an error of unknown place: that one might be about this scene. */
function toGone(answer: GraphqlAnswer): BatchReading {
  const placeless = answer.failures.find((failure) => failure.path.length === 0);
  return placeless ? { kind: 'FAILED', code: placeless.code } : { kind: 'GONE' };
}
