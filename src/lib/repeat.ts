import type { Clock } from './clock.ts';

/** Does something again and again with a pause in between, until the signal aborts. Never rejects. */
export async function repeat(
  clock: Clock,
  pauseMs: number,
  signal: AbortSignal,
  work: () => void,
): Promise<void> {
  const pause = () =>
    clock.sleep(pauseMs, signal).then(
      () => true,
      () => false,
    );
  while (await pause()) work();
}
