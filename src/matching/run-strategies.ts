import type { StrategyName } from './outcome.ts';
import { STRATEGIES } from './strategy-list.ts';
import type { StrategyContext, StrategyFinding, Verdict } from './strategy.ts';

/** What one strategy found in one round. */
export interface RanStrategy extends StrategyFinding {
  readonly name: StrategyName;
}

/**
 * Runs the strategies in their order. An automatic round ends at the first that settles it, or at a tie between
 * files, since whatever comes later knows less about the file; a manual one gathers what all of them find.
 */
export function runStrategies(context: StrategyContext): RanStrategy[] {
  const ran: RanStrategy[] = [];
  for (const strategy of STRATEGIES) {
    const found = strategy.look(context);
    if (found === undefined) continue;
    ran.push({ name: strategy.name, ...found });
    if (!context.request.hints.manual && endsRound(strategy.name, found.verdict)) break;
  }
  return ran;
}

function endsRound(name: StrategyName, verdict: Verdict): boolean {
  return verdict.kind === 'CERTAIN' || isFileTie(name, verdict);
}

/** Several scenes have files that fit equally well. */
export function isFileTie(name: StrategyName, verdict: Verdict): boolean {
  return verdict.kind === 'TIED' && (name === 'PATH' || name === 'SUFFIX' || name === 'FILE_NAME');
}
