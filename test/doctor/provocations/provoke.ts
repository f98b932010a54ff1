import type { Problem } from '../../../src/observe/problem.ts';

/** Brings about one problem and gives everything that was found then. */
export type Provoke = () => Promise<readonly Problem[]>;
