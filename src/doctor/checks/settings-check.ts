import type { ConfigProblem } from '../../config/config-problem.ts';
import type { Problem } from '../../observe/problem.ts';
import type { Check } from '../check.ts';
import { toProblem } from '../to-problem.ts';

/** Everything that is wrong with the settings, each in a finding of its own. */
export const settingsCheck: Check = {
  id: 'settings',
  group: 'Settings',
  timeLimitMs: 1_000,
  settings: [],
  run: async ({ settingProblems, refusals }) => [
    ...settingProblems.map(toSettingProblem),
    ...refusals.map((summary) => toProblem('SETTING_INVALID', { summary })),
  ],
};

function toSettingProblem({ setting, expected, found }: ConfigProblem): Problem {
  return toProblem('SETTING_INVALID', {
    summary: `${setting}: expected ${expected}, but got ${found}.`,
    nextStep: `Correct ${setting}; the table in the README says what it takes.`,
  });
}
