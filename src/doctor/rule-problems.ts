import type { Problem } from '../observe/problem.ts';
import type { RoundTripReport } from '../paths/round-trip-tally.ts';
import { toProblem } from './to-problem.ts';

/** What the path rules make of the real paths of the catalog; nothing while that was not tried yet. */
export function listRuleProblems(report: RoundTripReport | undefined): Problem[] {
  if (report === undefined || report.total === 0) return [];
  return [...listLost(report), ...listUncovered(report), ...listShadowed(report), ...listIdle(report)];
}

function listLost({ failed, failedExamples }: RoundTripReport): Problem[] {
  const [example] = failedExamples;
  if (!example) return [];
  const back = example.back?.path ?? 'nothing';
  const summary = `${failed} paths of Stash do not come back from Plex, e.g. ${example.stash} becomes ${example.plex} and then ${back}.`;
  return [toProblem('PATHS_DO_NOT_COME_BACK', { summary })];
}

function listUncovered({ total, uncovered, uncoveredFolders }: RoundTripReport): Problem[] {
  if (uncovered === 0) return [];
  const folders = uncoveredFolders.slice(0, 3).map(({ folder }) => folder);
  const summary = `No path rule covers ${uncovered} of ${total} files of Stash, in: ${folders.join(', ')}.`;
  return [toProblem('PATHS_NOT_COVERED', { summary })];
}

function listShadowed({ shadowed }: RoundTripReport): Problem[] {
  return shadowed.map(({ rule, by }) =>
    toProblem('RULE_SHADOWED', {
      summary: `Rule "${rule}" never applies, since rule "${by}" takes its paths.`,
    }),
  );
}

function listIdle({ idle }: RoundTripReport): Problem[] {
  return idle.map((rule) => toProblem('RULE_IDLE', { summary: `Rule "${rule}" covers no file of Stash.` }));
}
