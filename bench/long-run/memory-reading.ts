import { readdirSync } from 'node:fs';

/** What the process holds at one moment, after its garbage was collected. */
export interface MemoryReading {
  readonly heapBytes: number;
  /** Outside the heap: native objects and the bytes of buffers. */
  readonly externalBytes: number;
  readonly residentBytes: number;
  /** How many open handles and running requests there are of each kind, as Node calls them. */
  readonly resources: Readonly<Record<string, number>>;
  /** Open file descriptors; absent where the system does not list them. */
  readonly descriptors?: number;
  /** Listeners on `process`, all events together. */
  readonly processListeners: number;
}

const DESCRIPTORS = '/proc/self/fd';

/** @throws TypeError unless the process was started with `--expose-gc`. */
export async function readMemory(): Promise<MemoryReading> {
  await collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  const descriptors = countDescriptors();
  return {
    heapBytes: heapUsed,
    externalBytes: external,
    residentBytes: rss,
    resources: countResources(),
    ...(descriptors !== undefined && { descriptors }),
    processListeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  };
}

/** Several times with turns of the event loop between: finalizers run after a collection and free more. */
export async function collectGarbage(): Promise<void> {
  if (!globalThis.gc) throw new TypeError('expected --expose-gc, but got a process without it');
  for (let round = 0; round < 4; round += 1) {
    await globalThis.gc({ execution: 'async', type: 'major' });
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

export function countResources(): Readonly<Record<string, number>> {
  const byKind = Map.groupBy(process.getActiveResourcesInfo(), (kind) => kind);
  const counts = [...byKind].map(([kind, all]) => [kind, all.length] as const);
  return Object.fromEntries(counts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function countDescriptors(): number | undefined {
  try {
    // Listing the folder opens one more.
    return readdirSync(DESCRIPTORS).length - 1;
  } catch {
    return undefined;
  }
}
