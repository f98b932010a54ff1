import { setImmediate as otherWork } from 'node:timers/promises';
import type { SceneId } from '../model/ids.ts';
import type { RowRange, SceneRange, SweepStaging } from './sweep-staging.ts';

/** Cuts keys 1 to `last` into ranges, letting requests that wait be answered between one range and the next. */
export async function* inRanges(last: number, size: number, signal: AbortSignal): AsyncGenerator<RowRange> {
  for (let after = 0; after < last; after += size) {
    signal.throwIfAborted();
    yield { after, through: after + size };
    await otherWork();
  }
}

/** Cuts the scenes of the catalog into ranges of ids that hold `size` scenes each, letting others in between. */
export async function* inScenes(
  staging: Pick<SweepStaging, 'findScenePage'>,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<SceneRange> {
  let after: SceneId | undefined;
  for (;;) {
    signal.throwIfAborted();
    const through = staging.findScenePage(after, size);
    if (through === undefined) return;
    yield { after, through };
    after = through;
    await otherWork();
  }
}
