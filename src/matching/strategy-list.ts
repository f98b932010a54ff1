import type { Strategy } from './strategy.ts';
import { fileNameStrategy } from './strategies/file-name.ts';
import { guidStrategy } from './strategies/guid.ts';
import { nameFactsStrategy } from './strategies/name-facts.ts';
import { pathStrategy } from './strategies/path.ts';
import { suffixStrategy } from './strategies/suffix.ts';

/** All strategies, top to bottom in the order they run: each knows less about the file than the one before it. */
export const STRATEGIES: readonly Strategy[] = [
  guidStrategy,
  pathStrategy,
  suffixStrategy,
  fileNameStrategy,
  nameFactsStrategy,
];
