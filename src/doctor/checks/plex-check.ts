import type { Problem } from '../../observe/problem.ts';
import { readIdentity } from '../../pms/identity.ts';
import { PmsError, type PmsErrorKind } from '../../pms/pms-error.ts';
import type { PmsClient } from '../../pms/pms-client.ts';
import { listAllSections } from '../../pms/sections.ts';
import { toIncompleteCause } from '../../pms/to-incomplete-cause.ts';
import type { Check } from '../check.ts';
import { toNoPlex } from '../no-server.ts';
import type { ProblemId } from '../problem-catalog.ts';
import { readRegistration } from '../read-registration.ts';
import { toProblem } from '../to-problem.ts';

const IDS: Readonly<Record<PmsErrorKind, ProblemId>> = {
  UNREACHABLE: 'PLEX_UNREACHABLE',
  NAME_NOT_FOUND: 'PLEX_NAME_UNKNOWN',
  TLS_NAME_MISMATCH: 'PLEX_TLS_NAME',
  TLS_FAILED: 'PLEX_TLS_FAILED',
  UNAUTHORIZED: 'PLEX_UNAUTHORIZED',
  STARTING: 'PLEX_STARTING',
  TOO_OLD: 'PLEX_TOO_OLD',
  NOT_FOUND: 'PLEX_FAILED',
  REDIRECTED: 'PLEX_FAILED',
  HTML_ERROR: 'PLEX_FAILED',
  GARBAGE: 'PLEX_FAILED',
  TOO_SLOW: 'PLEX_TOO_SLOW',
  TOO_LARGE: 'PLEX_FAILED',
};

/** Whether the Plex Media Server that PLEX_URL names is there, new enough and lets us in as its owner. */
export const plexCheck: Check = {
  id: 'plex',
  group: 'Plex',
  timeLimitMs: 45_000,
  settings: ['PLEX_URL', 'PLEX_TOKEN'],
  run: async ({ config, plex }, signal) => {
    if (plex === undefined) return toNoPlex(config);
    const problem =
      (await findTrouble(() => askEverybody(plex, signal))) ?? (await findOwnerTrouble(plex, signal));
    return problem === undefined ? [] : [problem];
  },
};

/** Questions that any user of the server may ask. */
async function askEverybody(plex: PmsClient, signal: AbortSignal): Promise<void> {
  await readIdentity(plex, signal);
  await listAllSections(plex, signal);
}

/** A token that may read libraries, but not providers, is that of a person the server is shared with. */
async function findOwnerTrouble(plex: PmsClient, signal: AbortSignal): Promise<Problem | undefined> {
  const problem = await findTrouble(() => readRegistration(plex, signal));
  return problem?.id === 'PLEX_UNAUTHORIZED' ? toProblem('PLEX_TOKEN_NOT_ADMIN') : problem;
}

async function findTrouble(ask: () => Promise<unknown>): Promise<Problem | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    if (!(error instanceof PmsError)) throw error;
    return toProblem(IDS[error.kind], { summary: toIncompleteCause(error).detail });
  }
}
