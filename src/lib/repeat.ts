import type { Clock } from './clock.ts';

/** Does something again and again with a pause in between, until the signal aborts. Never rejects. */
export async function repeat(
  clock: Clock,
  pauseMs: number,
  signal: AbortSignal,
  work: () => void,
): Promise<void> {
  while (!signal.aborted) {
    await clock.sleep(pauseMs, signal).catch(() => undefined);
    work();
  }
}
