import type { Check } from '../check.ts';
import { isStashAt } from '../is-stash-at.ts';
import { toProblem } from '../to-problem.ts';

const EACH_LIMIT_MS = 1_500;

/** Without STASH_URL: which of the usual addresses answers as Stash does. */
export const stashAddressCheck: Check = {
  id: 'stash-address',
  group: 'Stash',
  timeLimitMs: 5_000,
  settings: ['STASH_URL'],
  run: async ({ config, surroundings: { stashCandidates } }, signal) => {
    if (config.stash.url !== '') return [];
    const answers = await Promise.all(
      stashCandidates.map((url) =>
        isStashAt(url, AbortSignal.any([signal, AbortSignal.timeout(EACH_LIMIT_MS)])),
      ),
    );
    const found = stashCandidates.find((_, place) => answers[place]);
    if (found === undefined) {
      const summary = `STASH_URL is not set, and no Stash answers at ${stashCandidates.join(', ')}.`;
      return [toProblem('STASH_URL_MISSING', { summary })];
    }
    const summary = `STASH_URL is not set, but a Stash answers at ${found}.`;
    return [toProblem('STASH_URL_MISSING', { summary, nextStep: `Set STASH_URL=${found}` })];
  },
};
