import type { ExplainedStep } from './explanation.ts';
import type { MatchPolicy } from './match-policy.ts';
import type { NamedFile } from './match-request.ts';
import type { MatchOutcome, MissReason } from './outcome.ts';
import type { RanStrategy } from './run-strategies.ts';

/** Tells what the file's name was taken for, and where the rules put it. */
export function toFileSteps(file: NamedFile | undefined): ExplainedStep[] {
  if (file === undefined) return [{ strategy: 'FORMS', finding: 'The request names no file.', tried: [] }];
  const forms = `The name may stand for ${file.fullPaths.length} full paths; it has ${file.suffixSegments.length} segments.`;
  return [
    { strategy: 'FORMS', finding: forms, tried: [...file.fullPaths, file.suffixSegments.join('/')] },
    { strategy: 'PATHS', finding: toMappingSentence(file), tried: file.fullPaths },
  ];
}

function toMappingSentence({ mapped, unmapped, fullPaths }: NamedFile): string {
  if (fullPaths.length === 0) return 'No full path is known, since no library folder is.';
  const told = mapped.map(({ plex, stash, rule }) => `Rule "${rule}" maps ${plex} to ${stash}.`);
  const rest = unmapped.length === 0 ? [] : [`No rule covers ${unmapped.join(', ')}.`];
  return [...told, ...rest].join(' ');
}

export function toStrategySteps(ran: readonly RanStrategy[]): ExplainedStep[] {
  return ran.map(({ name, finding, tried }) => ({ strategy: name, finding, tried }));
}

/** Tells why the outcome is what it is. */
export function toPolicyStep(outcome: MatchOutcome, policy: MatchPolicy): ExplainedStep {
  return {
    strategy: 'POLICY',
    finding: toOutcomeSentence(outcome, policy),
    tried: [`MATCH_POLICY=${policy}`],
  };
}

function toOutcomeSentence(outcome: MatchOutcome, policy: MatchPolicy): string {
  switch (outcome.kind) {
    case 'MATCHED':
      return `Scene ${outcome.sceneId} by ${outcome.strategy}: the first strategy that is certain under "${policy}".`;
    case 'CANDIDATES':
      return `${outcome.candidates.length} scenes are shown to a person, best first.`;
    case 'AMBIGUOUS':
      return `${outcome.candidates.length} scenes may be meant and nothing tells them apart for sure: no match is better than a wrong one.`;
    case 'UNKNOWN':
      return `Not known now, so neither a match nor a miss: ${outcome.cause.detail}`;
    case 'MISSED':
      return MISS_SENTENCES[outcome.reason];
  }
}

const MISS_SENTENCES: Readonly<Record<MissReason, string>> = {
  NOT_IN_STASH: 'No scene in Stash has this file.',
  NO_RULE_COVERS_PATH:
    'No path rule covers the file, and neither its folder and name nor its name is found in Stash.',
  NAME_NOT_DISTINCTIVE:
    'Stash has a file of this name elsewhere, but the name is too common to mean the same file.',
  POLICY_FORBIDS: 'A scene fits, but only by what the match policy does not trust without a person.',
  ADULT_NOT_REQUESTED:
    'A scene fits, but the request does not ask for explicit results and ADULT_RESULTS is "respect".',
  NO_FILE_NAME: 'Without a file name nothing is certain; Fix Match in Plex lists what fits the title.',
  TYPE_NOT_SERVED: 'Only movies (type 1) are served.',
};
