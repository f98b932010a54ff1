import type { Problem } from '../observe/problem.ts';
import type { RoundTripReport } from '../paths/round-trip-tally.ts';

/** What the path rules make of the real paths of the catalog; nothing while that was not tried yet. */
export function listRuleProblems(report: RoundTripReport | undefined): Problem[] {
  if (report === undefined) return [];
  return [...listLost(report), ...listUncovered(report), ...listShadowed(report)];
}

function warning(id: string, summary: string, nextStep: string): Problem {
  return { id, severity: 'WARNING', summary, nextStep };
}

function listLost({ failed, failedExamples }: RoundTripReport): Problem[] {
  const [example] = failedExamples;
  if (!example) return [];
  const back = example.back?.path ?? 'nothing';
  const summary = `${failed} paths of Stash do not come back from Plex, e.g. ${example.stash} becomes ${example.plex} and then ${back}.`;
  return [
    warning('PATHS_DO_NOT_COME_BACK', summary, 'Correct the rule: "stash2plex paths check" lists examples.'),
  ];
}

function listUncovered({ total, uncovered, uncoveredFolders }: RoundTripReport): Problem[] {
  if (uncovered === 0) return [];
  const folders = uncoveredFolders.slice(0, 3).map(({ folder }) => folder);
  const summary = `No path rule covers ${uncovered} of ${total} files of Stash, in: ${folders.join(', ')}.`;
  return [warning('PATHS_NOT_COVERED', summary, 'Add a rule for these folders if Plex has them too.')];
}

function listShadowed({ shadowed }: RoundTripReport): Problem[] {
  return shadowed.map(({ rule, by }) =>
    warning(
      'RULE_SHADOWED',
      `Rule "${rule}" never applies, since rule "${by}" takes its paths.`,
      'Put the narrower rule first.',
    ),
  );
}
