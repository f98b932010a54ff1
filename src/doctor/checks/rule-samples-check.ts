import { checkSamples, describeSampleFailure } from '../../paths/round-trip.ts';
import type { Check } from '../check.ts';
import { toProblem } from '../to-problem.ts';

/** Whether every path rule does what its own samples say. */
export const ruleSamplesCheck: Check = {
  id: 'rule-samples',
  group: 'Path rules',
  timeLimitMs: 10_000,
  settings: ['PATH_RULES'],
  run: async ({ config }) =>
    checkSamples(config.pathRules).map((failure) => {
      const sentence = describeSampleFailure(failure);
      return toProblem('RULE_SAMPLE_FAILS', { summary: `${sentence.replace(/^r/, 'R')}.` });
    }),
};
