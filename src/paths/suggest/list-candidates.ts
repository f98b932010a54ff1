import { type Candidate, EVIDENCE_NEEDED, countFiles, toFolderName, weighEvidence } from './candidate.ts';
import type { FolderPair } from './folder-pair.ts';
import { listPartitionCandidates, narrowPrefix } from './partition-candidates.ts';
import { listPrefixCandidates } from './prefix-candidates.ts';
import { listTemplateCandidates } from './template-candidates.ts';

const MOST_PREFIXES = 200;
const MOST_PARTITIONS = 40;
const MOST_TEMPLATES = 24;

/** Every rule that is worth a try: prefixes first, and among patterns those with the most behind them. */
export function listCandidates(pairs: readonly FolderPair[]): Candidate[] {
  const prefixes = listPrefixCandidates(pairs);
  return [
    ...fullest(
      prefixes.map((prefix) => ({
        rule: prefix.rule,
        label: toFolderName(prefix.heads.plex),
        members: prefix.members,
        narrow: (paths) => narrowPrefix(prefix, paths),
      })),
      MOST_PREFIXES,
    ),
    ...fullest(listPartitionCandidates(prefixes), MOST_PARTITIONS),
    ...fullest(listTemplateCandidates(pairs), MOST_TEMPLATES),
  ];
}

function fullest(candidates: readonly Candidate[], most: number): Candidate[] {
  return candidates
    .filter(({ members }) => weighEvidence(members) >= EVIDENCE_NEEDED)
    .toSorted((a, b) => countFiles(b.members) - countFiles(a.members))
    .slice(0, most);
}
