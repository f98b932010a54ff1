import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DAMAGED, type QuickCheckTask, SOUND, UNDECIDED } from './quick-check-task.ts';

/** `UNDECIDED` when it was stopped, or could not be carried out. */
export type QuickCheckVerdict = 'SOUND' | 'DAMAGED' | 'UNDECIDED';

/** A check of the whole database that goes on while the database is used. */
export interface QuickCheck {
  /** Waits for the verdict without letting anything else run, `ms` milliseconds at the most. */
  waitFor(ms: number): QuickCheckVerdict;
  /** Never rejects. */
  readonly ended: Promise<QuickCheckVerdict>;
  stop(): void;
}

/** Its own extension, since it is there as TypeScript while developing and as JavaScript once built. */
const THREAD = join(import.meta.dirname, `quick-check-thread${extname(import.meta.filename)}`);

/** Begins to check a database file (with its log) in a thread and on a connection of its own. */
export function startQuickCheck(file: string): QuickCheck {
  const verdict = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const task: QuickCheckTask = { file, verdict };
  const thread = new Worker(THREAD, { workerData: task, execArgv: [] });
  thread.unref();
  const read = (): QuickCheckVerdict => toVerdict(Atomics.load(verdict, 0));
  return {
    waitFor: (ms) => {
      Atomics.wait(verdict, 0, UNDECIDED, ms);
      return read();
    },
    // A thread that fails has left no verdict, and that is all there is to say of it.
    ended: once(thread, 'exit').then(read, read),
    stop: () => void thread.terminate(),
  };
}

function toVerdict(verdict: number): QuickCheckVerdict {
  if (verdict === SOUND) return 'SOUND';
  return verdict === DAMAGED ? 'DAMAGED' : 'UNDECIDED';
}
