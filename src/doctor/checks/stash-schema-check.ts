import type { Check } from '../check.ts';
import { toProblem } from '../to-problem.ts';

/** Names in one sentence. */
const MOST_NAMED = 5;

/** Whether the connected Stash understands every question we may put to it. */
export const stashSchemaCheck: Check = {
  id: 'stash-schema',
  group: 'Stash',
  timeLimitMs: 60_000,
  settings: ['STASH_URL', 'STASH_API_KEY', 'STASH_TIMEOUT_MS'],
  run: async ({ stash }, signal) => {
    const state = await stash?.probe();
    // A Stash that cannot be asked is told by its own check.
    if (stash === undefined || state?.kind !== 'CONNECTED')
      return { notLookedSince: 'Stash cannot be asked' };
    const { findings, version } = await stash.checkSchema(state.version, signal);
    const broken = [...new Set(findings.map(({ operation }) => operation))];
    if (broken.length === 0) return [];
    const named = broken.slice(0, MOST_NAMED).join(', ') + (broken.length > MOST_NAMED ? ', …' : '');
    const summary = `Stash ${version ?? '(unknown version)'} breaks ${broken.length} of our questions: ${named}.`;
    return [toProblem('STASH_SCHEMA_DIFFERS', { summary })];
  },
};
