import { Worker } from 'node:worker_threads';
import type { Mapped, MappingOrder } from './mapping-worker.ts';

/** Far more than any list of patterns needs, and far less than one backtracking engine would take. */
const LONGEST_MS = 30_000;

/** Maps a path by each of the patterns beside this thread; rejects when that does not end. */
export async function mapInWorker(order: MappingOrder): Promise<Mapped> {
  const worker = new Worker(new URL('mapping-worker.ts', import.meta.url), { workerData: order });
  const { promise, resolve, reject } = Promise.withResolvers<Mapped>();
  const timer = setTimeout(
    () => reject(new Error('expected the patterns to end, but they do not')),
    LONGEST_MS,
  );
  worker.once('message', resolve).once('error', reject);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
