import { PROBLEM_SECTIONS } from './problem-catalog.ts';
import type { ProblemKind } from './problem-kind.ts';

const INTRODUCTION = `# Problems

Every finding of \`stash2plex doctor\` has an id that never changes. The same findings are in \`/health/ready\` of the admin
listener, in \`status.problems\` of its GraphQL API, and in the log at start-up. This page is made from the program's own
texts (\`src/doctor/kinds\`), so both say the same.

An **error** keeps something you set up from working. A **warning** is worth knowing. What a finding says about your own
installation (addresses, counts, folders) stands in the finding itself.

Exit code of \`doctor\`: 0 when there are no errors, 78 when a setting or path rule has to be corrected, 69 when Stash or Plex
cannot be reached, 1 for any other error.`;

/** The text of \`docs/problems.md\`: one heading for each problem id. */
export function renderProblemPage(): string {
  const sections = PROBLEM_SECTIONS.flatMap(([heading, kinds]) => [
    `## ${heading}`,
    ...Object.entries(kinds).map(([id, kind]) => renderKind(id, kind)),
  ]);
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

function renderKind(id: string, { severity, title, meaning, nextStep }: ProblemKind): string {
  const label = severity === 'ERROR' ? 'Error' : 'Warning';
  return [`### ${id}`, `**${label}.** ${title}`, meaning, `What to do: ${nextStep}`].join('\n\n');
}
