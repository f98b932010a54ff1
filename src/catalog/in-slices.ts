import { setImmediate as otherWork } from 'node:timers/promises';

/** Cuts a list into slices, letting requests that wait be answered between one slice and the next. */
export async function* inSlices<Item>(
  items: readonly Item[],
  size: number,
  signal: AbortSignal,
): AsyncGenerator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) {
    signal.throwIfAborted();
    yield items.slice(start, start + size);
    await otherWork();
  }
}
