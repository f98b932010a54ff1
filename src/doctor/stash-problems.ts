import type { BreakerState } from '../lib/breaker-state.ts';
import type { Problem } from '../observe/problem.ts';
import type { StashState } from '../stash/capabilities.ts';
import { explainUnreachable } from '../stash/explain-unreachable.ts';

const NEXT_STEPS: Readonly<Record<string, string>> = {
  STASH_UNREACHABLE:
    'Check that Stash runs and that STASH_URL is its address as seen from this service; inside a container localhost is the container.',
  STASH_UNAUTHORIZED:
    'Copy the API key from Stash (Settings, Security) into STASH_API_KEY, or remove it if Stash has no password.',
  STASH_TRIPWIRE: 'Set a user and password in Stash and follow what its own log says to unlock it.',
  STASH_NOT_SET_UP: 'Open Stash in a browser and finish its set-up.',
  STASH_NEEDS_MIGRATION: 'Open Stash in a browser and confirm the database migration.',
  STASH_TOO_OLD: 'Update Stash to 0.27 or newer.',
  STASH_TOO_SLOW: 'Look at the load of the machine that runs Stash, or raise STASH_TIMEOUT_MS.',
};

const DEFAULT_STEP = 'Look at the log of Stash; this service asks again by itself.';

/** What is wrong between us and Stash. With a filled catalog Plex is answered from copies, so it is a warning then. */
export function listStashProblems(
  url: string,
  state: StashState,
  breaker: BreakerState,
  hasCatalog: boolean,
): Problem[] {
  const severity = hasCatalog ? 'WARNING' : 'ERROR';
  if (state.kind !== 'CONNECTED') {
    const { reason, detail } = state.cause;
    return [{ id: reason, severity, summary: detail, nextStep: toNextStep(reason, url) }];
  }
  if (breaker.kind !== 'OPEN') return [];
  const summary = `Stash failed repeatedly and is left alone for half a minute: ${breaker.lastError?.detail ?? 'no details'}`;
  return [{ id: 'BREAKER_OPEN', severity, summary, nextStep: DEFAULT_STEP }];
}

/** What to do about Stash: for an address that nothing answers at, by the trap that its host name suggests. */
export function toNextStep(reason: string, url: string): string {
  const trap = reason === 'STASH_UNREACHABLE' ? explainUnreachable(url) : undefined;
  return trap ?? NEXT_STEPS[reason] ?? DEFAULT_STEP;
}
