import type { Problem } from '../observe/problem.ts';

/** What is the same about every finding with one id: the program and `docs/problems.md` say it from here. */
export interface ProblemKind {
  /** Where it is found; a finding may weigh less, e.g. while Plex is answered from copies. */
  readonly severity: Problem['severity'];
  /** What is wrong in general, one sentence without particulars. */
  readonly title: string;
  /** What it means for what Plex shows. */
  readonly meaning: string;
  /** What to do about it. */
  readonly nextStep: string;
  /** For errors that have an exit code of their own. */
  readonly class?: 'CONFIGURATION' | 'UNREACHABLE';
}

/** Kinds by their ids, which never change once released. */
export type ProblemKinds = Readonly<Record<string, ProblemKind>>;
