import { setTimeout as delay } from 'node:timers/promises';

/** Resident memory of the service in bytes. */
export interface MemoryCourse {
  readonly start: number;
  readonly peak: number;
  readonly end: number;
}

export interface WatchOptions {
  /** Resident memory of the service in bytes; `undefined` when it did not say. */
  readonly measureMemory: () => Promise<number | undefined>;
  /** Called every ten seconds. */
  readonly tell: (residentBytes: number) => Promise<void>;
  /** Called once, when somebody wants the scan to end early. */
  readonly stop: () => Promise<unknown>;
  readonly stopping: AbortSignal;
}

const LOOK_EVERY_MS = 1_000;
const TELL_EVERY = 10;

/** Looks at the service once a second for as long as the scan goes on. */
export async function watchScan<Result>(
  scan: Promise<Result>,
  { measureMemory, tell, stop, stopping }: WatchOptions,
): Promise<{ readonly result: Result; readonly memory: MemoryCourse }> {
  const ended = scan.then(() => true);
  // Whoever waits for it sees it fail; when nobody does yet, it must not end the process.
  ended.catch(() => undefined);
  const stopOnce = (): void => void stop().catch(() => undefined);
  stopping.addEventListener('abort', stopOnce, { once: true });
  const start = (await measureMemory()) ?? 0;
  const memory = { start, peak: start, end: start };
  const look = async (): Promise<void> => {
    memory.end = (await measureMemory()) ?? memory.end;
    memory.peak = Math.max(memory.peak, memory.end);
  };
  for (let turn = 1; !(await Promise.race([ended, delay(LOOK_EVERY_MS, false)])); turn += 1) {
    await look();
    if (turn % TELL_EVERY === 0) await tell(memory.end);
  }
  stopping.removeEventListener('abort', stopOnce);
  await look();
  return { result: await scan, memory };
}
