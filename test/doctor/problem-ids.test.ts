import { describe, expect, it } from 'vitest';
import { type ProblemId, PROBLEM_KINDS } from '../../src/doctor/problem-catalog.ts';
import { catalogProvocations } from './provocations/catalog.ts';
import { dataFolderProvocations } from './provocations/data-folder.ts';
import { doctorProvocations } from './provocations/doctor.ts';
import { plexProvocations } from './provocations/plex.ts';
import type { Provoke } from './provocations/provoke.ts';
import { registrationProvocations } from './provocations/registration.ts';
import { ruleProvocations } from './provocations/rules.ts';
import { settingsProvocations } from './provocations/settings.ts';
import { stashProvocations } from './provocations/stash.ts';

/** One way to bring about each problem: the type sees to it that none is left out. */
const PROVOCATIONS: Readonly<Record<ProblemId, Provoke>> = {
  ...settingsProvocations,
  ...dataFolderProvocations,
  ...stashProvocations,
  ...catalogProvocations,
  ...ruleProvocations,
  ...plexProvocations,
  ...registrationProvocations,
  ...doctorProvocations,
};

describe('every problem', () => {
  it.each(Object.entries(PROVOCATIONS))('%s is found when it is brought about', async (id, provoke) => {
    const problems = await provoke();
    const found = problems.find((problem) => problem.id === id);
    expect(found ?? problems.map((problem) => problem.id)).toMatchObject({
      id,
      severity: PROBLEM_KINDS[id as ProblemId].severity,
      summary: expect.stringMatching(/^[A-Z0-9].*[.)]$/su) as string,
      nextStep: expect.stringMatching(/\S{3}/) as string,
    });
  });

  it('is brought about here', () => {
    expect(Object.keys(PROVOCATIONS).sort()).toEqual(Object.keys(PROBLEM_KINDS).sort());
  });
});
