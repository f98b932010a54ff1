import type { StashSimulator } from '../../../simulators/stash/stash-simulator.ts';

/** Resolves when exactly as many requests as told are under way. */
export async function untilInFlight(stash: StashSimulator, count: number): Promise<void> {
  while (stash.inFlight !== count) await new Promise((resolve) => setImmediate(resolve));
}
