import type { Problem } from '../observe/problem.ts';
import { type ProblemId, getProblemKind } from './problem-catalog.ts';

type Particulars = Partial<Omit<Problem, 'id'>>;

/** One finding: what the catalog of problems says about its id, and what is particular about it. */
export function toProblem(id: ProblemId, particulars: Particulars = {}): Problem {
  const { severity, title, nextStep } = getProblemKind(id);
  return { id, severity, summary: title, nextStep, ...particulars };
}
