import type { Clock } from './clock.ts';

/** Waits for the caller's turn; rejects with the signal's reason when that aborts first. */
export type RateLimit = (signal: AbortSignal) => Promise<void>;

/** Spaces calls evenly, at most `perSecond` of them a second; without a number nobody waits. */
export function createRateLimit(perSecond: number | undefined, clock: Clock): RateLimit {
  if (perSecond === undefined) return async () => undefined;
  const spacingMs = 1000 / perSecond;
  let nextAt = clock.ticks();
  return async (signal) => {
    const now = clock.ticks();
    const turnAt = Math.max(now, nextAt);
    nextAt = turnAt + spacingMs;
    if (turnAt > now) await clock.sleep(turnAt - now, signal);
  };
}
