import type { Check } from '../check.ts';
import { listRuleProblems } from '../rule-problems.ts';
import { unlessTold } from '../unless-told.ts';

/** What the path rules make of the real paths of the catalog. */
export const rulesCheck: Check = {
  id: 'rules',
  group: 'Path rules',
  timeLimitMs: 120_000,
  settings: ['DATA_DIR', 'PATH_RULES'],
  isLive: true,
  run: ({ data }, signal) =>
    unlessTold(async () => {
      const report = await data.checkRules(signal);
      return report === undefined || report.total === 0
        ? { notLookedSince: 'the catalog holds no files yet' }
        : listRuleProblems(report);
    }),
};
