import type { SceneId } from '../model/ids.ts';
import type { Scene } from '../model/scene.ts';
import { type BatchReading, MAX_BATCH, readSceneBatch } from './scene-batch.ts';
import type { StashCall, StashClient } from './stash-client.ts';
import { StashError, type StashErrorCode } from './stash-error.ts';

/**
 * Reads scenes whole, batch after batch, in the order given. Those that Stash says do not exist are not in the answer.
 * A scene whose resolver fails twice is broken in Stash itself: it is told to `onUnreadable` and left out as well,
 * since waiting for it would keep every other scene from being read. All other trouble throws.
 */
export async function readScenes(
  client: StashClient,
  ids: readonly SceneId[],
  call: StashCall,
  onUnreadable: (ids: readonly SceneId[]) => void,
): Promise<ReadonlyMap<SceneId, Scene>> {
  const distinct = [...new Set(ids)];
  const scenes = new Map<SceneId, Scene>();
  const unreadable: SceneId[] = [];
  for (let from = 0; from < distinct.length; from += MAX_BATCH) {
    const readings = await readSceneBatch(client, distinct.slice(from, from + MAX_BATCH), call);
    for (const [id, first] of readings) {
      const reading = first.kind === 'FAILED' ? await readAgain(client, id, call) : first;
      if (reading.kind === 'FOUND') scenes.set(id, reading.scene);
      if (reading.kind === 'FAILED') unreadable.push(id);
    }
  }
  if (unreadable.length > 0) onUnreadable(unreadable);
  return scenes;
}

async function readAgain(client: StashClient, id: SceneId, call: StashCall): Promise<BatchReading> {
  const reading = (await readSceneBatch(client, [id], call)).get(id);
  const error = new StashError('RESOLVER', { code: reading?.kind === 'FAILED' ? reading.code : 'OTHER' });
  if (reading?.kind === 'FAILED' && !isBrokenRow(error)) throw error;
  return reading ?? { kind: 'FAILED', code: 'OTHER' };
}

/** True for a failure over one row of the library, false for one of Stash as a whole, such as a busy database. */
export function isBrokenRow(error: unknown): boolean {
  return error instanceof StashError && error.kind === 'RESOLVER' && ROW_FAILURES.has(error.code ?? 'OTHER');
}

const ROW_FAILURES: ReadonlySet<StashErrorCode> = new Set([
  'OTHER',
  'ID_NOT_FOUND',
  'FILE_NOT_FOUND',
  'NIL_POINTER',
]);
