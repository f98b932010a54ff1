import { setTimeout as delay } from 'node:timers/promises';

/** Resident memory of the service in bytes. */
export interface MemoryCourse {
  readonly start: number;
  readonly peak: number;
  readonly end: number;
}

export interface WatchOptions {
  readonly measureMemory: () => Promise<number>;
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
  const start = await measureMemory();
  let peak = start;
  for (let look = 1; !(await Promise.race([ended, delay(LOOK_EVERY_MS, false)])); look += 1) {
    const resident = await measureMemory();
    peak = Math.max(peak, resident);
    if (look % TELL_EVERY === 0) await tell(resident);
  }
  stopping.removeEventListener('abort', stopOnce);
  const end = await measureMemory();
  return { result: await scan, memory: { start, peak: Math.max(peak, end), end } };
}
