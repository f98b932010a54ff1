import { describeRule } from '../paths/describe-rule.ts';
import type { SuggestedRule, Suggestion } from '../paths/suggest/suggestion.ts';
import { toPlainRules } from '../paths/suggest/to-plain-rules.ts';
import { toTable } from './table.ts';
import { toRulesYaml } from './write-path-rules.ts';

/** A suggestion for people: what was found, the rules with their figures, what is left, and YAML to paste. */
export function describeSuggestion(suggestion: Suggestion): string {
  return [
    ...describeCounts(suggestion),
    describeVerdict(suggestion),
    ...(suggestion.rules.length > 0 ? ['', toRuleTable(suggestion)] : []),
    ...suggestion.rules.flatMap(describeOne),
    ...listed('Plex files that no rule covers, by folder:', suggestion.uncoveredFolders),
    ...listed('In Stash, but not reached by the rules, by Plex folder:', suggestion.missedFolders),
    ...(suggestion.kind === 'RULES'
      ? ['', toRulesYaml(toPlainRules(suggestion.rules.map(({ rule }) => rule)))]
      : []),
  ].join('\n');
}

function describeCounts({ counts }: Suggestion): string[] {
  const { plexFiles, stashFiles, paired, mapped, undecided } = counts;
  if (plexFiles === 0) return [];
  return [
    `${plexFiles} files of Plex, ${stashFiles} of Stash: ${paired} are certainly the same, ${mapped} of those are mapped; ${undecided} have namesakes that cannot be told apart by themselves.`,
  ];
}

function describeVerdict(suggestion: Suggestion): string {
  const untried =
    suggestion.counts.plexFiles === 0 ? ' Judged by folder names alone, not tried on files.' : '';
  switch (suggestion.kind) {
    case 'NOTHING':
      return `No rule can be proposed. ${suggestion.why}`;
    case 'SAME_PATHS':
      return `Both sides name the files alike: no rules are needed.${untried}`;
    case 'RULES':
      return `Proposed, to be tried in this order:${untried}`;
  }
}

function toRuleTable({ rules, counts }: Suggestion): string {
  const isTried = counts.plexFiles > 0;
  return toTable(
    ['rule', 'files', 'come back', 'wrong', 'not on the other side', 'other size'],
    rules.map(({ rule, covered, roundTrips, wrong, nowhere, otherSize }) => [
      rule.name,
      String(covered),
      ...[roundTrips, wrong, nowhere, otherSize].map((count) => (isTried ? String(count) : '?')),
    ]),
  );
}

function describeOne({ rule, examples }: SuggestedRule): string[] {
  return [
    '',
    `"${rule.name}": ${describeRule(rule)}.`,
    ...examples.flatMap(({ plex, stash }) => [`  Plex   ${plex}`, `  Stash  ${stash}`]),
  ];
}

function listed(heading: string, folders: Suggestion['uncoveredFolders']): string[] {
  return folders.length > 0
    ? ['', heading, ...folders.map(({ folder, count }) => `  ${count}  ${folder}`)]
    : [];
}
