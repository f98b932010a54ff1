import { setImmediate as otherWork } from 'node:timers/promises';
import type { RowRange } from './sweep-staging.ts';

/** Cuts keys 1 to `last` into ranges, letting requests that wait be answered between one range and the next. */
export async function* inRanges(last: number, size: number, signal: AbortSignal): AsyncGenerator<RowRange> {
  for (let after = 0; after < last; after += size) {
    signal.throwIfAborted();
    yield { after, through: after + size };
    await otherWork();
  }
}
