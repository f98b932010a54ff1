import { PmsError } from '../../pms/pms-error.ts';
import type { PmsClient } from '../../pms/pms-client.ts';
import type { Check } from '../check.ts';
import { readRegistration } from '../read-registration.ts';
import { toProblem } from '../to-problem.ts';
import { unlessTold } from '../unless-told.ts';

/** Whether Plex has called this service, and for what. */
export const plexCallsCheck: Check = {
  id: 'plex-calls',
  group: 'Registration',
  timeLimitMs: 45_000,
  settings: ['DATA_DIR', 'PROVIDER_ID'],
  run: ({ config, data, plex }, signal) =>
    unlessTold(async () => {
      const { manifestAt, matchAt } = await data.findPlexCalls();
      if (matchAt !== undefined) return [];
      if (manifestAt !== undefined) {
        const summary = `Plex read this provider on ${toDay(manifestAt)} but never asked it for a match.`;
        return [toProblem('PLEX_HAS_NOT_ASKED', { summary })];
      }
      const told = plex && (await findStanding(plex, config.provider.id, signal));
      if (told === 'ABSENT') return [];
      return [toProblem(told === 'ONLINE' ? 'PLEX_HAS_NOT_ASKED' : 'PLEX_HAS_NOT_CALLED')];
    }),
};

/**
 * What PMS itself says: a provider that it does not know cannot have been called, and that is told already; one that it
 * calls online was read while only the command that registered it was there.
 */
async function findStanding(
  plex: PmsClient,
  id: string,
  signal: AbortSignal,
): Promise<'ABSENT' | 'ONLINE' | 'UNKNOWN'> {
  try {
    const { providers } = await readRegistration(plex, signal);
    const provider = providers.find(({ identifier }) => identifier === id);
    if (provider === undefined) return 'ABSENT';
    return provider.isOnline === true ? 'ONLINE' : 'UNKNOWN';
  } catch (error) {
    if (error instanceof PmsError) return 'UNKNOWN';
    throw error;
  }
}

function toDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
