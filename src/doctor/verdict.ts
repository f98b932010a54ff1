import type { Problem } from '../observe/problem.ts';
import { getProblemKind, isProblemId } from './problem-catalog.ts';

/** The worst of what was found. `CONFIGURATION` and `UNREACHABLE` are errors with an exit code of their own. */
export type Verdict = 'FINE' | 'WARNINGS' | 'ERRORS' | 'UNREACHABLE' | 'CONFIGURATION';

/** A wrong setting comes before an unreachable server, since it is the first to put right; warnings come last. */
export function toVerdict(problems: readonly Problem[]): Verdict {
  const errors = problems.filter(({ severity }) => severity === 'ERROR');
  const classes = new Set(errors.map(({ id }) => (isProblemId(id) ? getProblemKind(id).class : undefined)));
  if (classes.has('CONFIGURATION')) return 'CONFIGURATION';
  if (classes.has('UNREACHABLE')) return 'UNREACHABLE';
  if (errors.length > 0) return 'ERRORS';
  return problems.length > 0 ? 'WARNINGS' : 'FINE';
}
