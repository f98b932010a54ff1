import type { SceneReading } from '../model/scene-reading.ts';
import type { SceneId } from '../model/ids.ts';
import { readWithCopy } from '../stash/read-with-copy.ts';
import type { Stash } from './connect-stash.ts';
import type { Stores } from './open-stores.ts';
import type { Surroundings } from './surroundings.ts';

type ReadScene = (id: SceneId, signal?: AbortSignal) => Promise<SceneReading>;

export type Reading = ReturnType<typeof composeReading>;

/**
 * How scenes are read for Plex: as Stash has them now, and from the catalog's copy only while Stash cannot say. What
 * was read goes into the catalog at once, so that it is never behind what Plex was told.
 */
export function composeReading({ reader }: Stash, stores: Stores, { metrics }: Surroundings) {
  const counted =
    (read: ReadScene): ReadScene =>
    async (id, signal) => {
      const reading = await read(id, signal);
      metrics.readings.inc({ from: reading.kind === 'FOUND' ? reading.from : reading.kind });
      return reading;
    };
  const kept =
    (read: ReadScene): ReadScene =>
    async (id, signal) => {
      const reading = await read(id, signal);
      keep(id, reading, stores);
      return reading;
    };
  const findCopy = (id: SceneId) => stores.catalog.findCopy(id);
  const live = kept((id, signal) => reader.read(id, signal));
  const recent = kept((id, signal) => reader.readRecent(id, signal));
  return {
    /** Live only: what Stash says now, or that it cannot be known. */
    readLive: live,
    read: counted(readWithCopy(live, findCopy)),
    readRecent: counted(readWithCopy(recent, findCopy)),
  };
}

/** A catalog that cannot be written is said elsewhere; it must not keep an answer from Plex. */
function keep(id: SceneId, reading: SceneReading, { catalog, onFailure }: Stores): void {
  try {
    if (reading.kind === 'FOUND' && catalog.findState(id)?.updatedAt !== reading.scene.updatedAt) {
      catalog.recordScene(reading.scene);
    }
    if (reading.kind === 'GONE') catalog.removeScene(id);
  } catch (error) {
    onFailure(error);
  }
}
