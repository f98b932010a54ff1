import { toComparablePath } from '../normal-form.ts';
import type { PathRule } from '../path-rule.ts';
import { type Candidate, countFiles } from './candidate.ts';
import { chooseRules } from './choose-rules.ts';
import { explainNothing } from './explain-nothing.ts';
import { type FolderPair, listFolderPairs } from './folder-pair.ts';
import type { KnownFile } from './known-file.ts';
import { type Libraries, Library } from './libraries.ts';
import { listCandidates } from './list-candidates.ts';
import { nameRules } from './name-rules.ts';
import { type FilePairs, pairFiles } from './pair-files.ts';
import { findObjection, reviseCandidate } from './revise-candidate.ts';
import { type RuleRecord, countHits } from './rule-record.ts';
import type { SuggestedRule, Suggestion } from './suggestion.ts';
import { type Trial, toExampleForms, tryCandidate } from './trial.ts';
import { type Verification, verifyRules } from './verify-rules.ts';

const MOST_FOLDER_PAIRS = 20_000;
const MOST_ROUNDS = 16;
/** A list that explains fewer of the pairs is only believed as far as sizes bear it out. */
const COHERENT_SHARE = 0.9;

const MOST_FOLDERS_SHOWN = 10;

/**
 * Proposes the shortest list of rules that takes most Plex files to their Stash file. Every list is tried on all files
 * by the mapper the service uses, and a rule that leads one file to another scene is never part of it.
 */
export function suggestRules(plex: Iterable<KnownFile>, stash: Iterable<KnownFile>): Suggestion {
  const libraries = { plex: new Library(plex), stash: new Library(stash) };
  const pairs = pairFiles(libraries);
  const folderPairs = thin(listFolderPairs(libraries, pairs.list));
  const candidates = listCandidates(folderPairs);
  const rules = settleRules(candidates, folderPairs, libraries, pairs);
  return toSuggestion(verifyRules(rules, libraries, pairs), libraries, pairs, candidates.length > 0);
}

/** Evenly, so that every big part of a library stays represented. */
function thin(pairs: readonly FolderPair[]): readonly FolderPair[] {
  if (pairs.length <= MOST_FOLDER_PAIRS) return pairs;
  const step = pairs.length / MOST_FOLDER_PAIRS;
  return Array.from(Array(MOST_FOLDER_PAIRS).keys()).flatMap(
    (place) => pairs[Math.floor(place * step)] ?? [],
  );
}

/** Chooses, tries on all files, replaces what failed, and starts again until nothing fails. */
function settleRules(
  candidates: readonly Candidate[],
  folderPairs: readonly FolderPair[],
  libraries: Libraries,
  pairs: FilePairs,
): PathRule[] {
  const examples = toExampleForms(folderPairs);
  let trials = candidates.map((candidate) => tryCandidate(candidate, examples));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const chosen = chooseRules(trials, folderPairs);
    const rules = nameRules(chosen.map(({ candidate }) => candidate));
    const failed = findFailed(chosen, verifyRules(rules, libraries, pairs), pairs);
    if (failed === undefined) return rules;
    const revised = failed.revised.map((candidate) => tryCandidate(candidate, examples));
    trials = [...trials.filter((trial) => trial !== failed.trial), ...revised];
  }
  return listSound(chooseRules(trials, folderPairs), libraries, pairs);
}

interface Failed {
  readonly trial: Trial;
  readonly revised: readonly Candidate[];
}

/** The rule with the fewest files among those that fail: taking it out disturbs the least. */
function findFailed(
  chosen: readonly Trial[],
  { records, rightEitherWay }: Verification,
  pairs: FilePairs,
): Failed | undefined {
  const isCoherent = rightEitherWay >= COHERENT_SHARE * pairs.list.length;
  const failed = chosen.flatMap((trial, place) => {
    const record = records[place];
    const objection = record && findObjection(record, isCoherent);
    if (record === undefined || objection === undefined) return [];
    return [{ trial, revised: reviseCandidate(trial.candidate, objection, record) }];
  });
  return failed.toSorted((a, b) => sizeOf(a.trial) - sizeOf(b.trial))[0];
}

function sizeOf({ candidate }: Trial): number {
  return countFiles(candidate.members);
}

/** Takes failing rules out one by one until none is left that fails. */
function listSound(chosen: readonly Trial[], libraries: Libraries, pairs: FilePairs): PathRule[] {
  const rules = nameRules(chosen.map(({ candidate }) => candidate));
  const failed = findFailed(chosen, verifyRules(rules, libraries, pairs), pairs);
  if (failed === undefined) return rules;
  return listSound(
    chosen.filter((trial) => trial !== failed.trial),
    libraries,
    pairs,
  );
}

function toSuggestion(
  verification: Verification,
  { plex, stash }: Libraries,
  pairs: FilePairs,
  hadCandidates: boolean,
): Suggestion {
  const counts = {
    plexFiles: plex.files.length,
    stashFiles: stash.files.length,
    paired: pairs.list.length,
    mapped: verification.right,
    uncovered: verification.uncovered,
    undecided: pairs.undecided,
  };
  const report = {
    rules: verification.records.map(toSuggestedRule),
    counts,
    uncoveredFolders: verification.uncoveredFolders.list(MOST_FOLDERS_SHOWN),
    missedFolders: verification.missedFolders.list(MOST_FOLDERS_SHOWN),
  };
  if (report.rules.length === 0)
    return { kind: 'NOTHING', why: explainNothing(counts, hadCandidates), ...report };
  return { kind: report.rules.every(({ rule }) => isSame(rule)) ? 'SAME_PATHS' : 'RULES', ...report };
}

function isSame(rule: PathRule): boolean {
  return rule.kind === 'PREFIX' && toComparablePath(rule.plex) === toComparablePath(rule.stash);
}

function toSuggestedRule({ rule, toStash, toPlex, roundTrips, examples }: RuleRecord): SuggestedRule {
  const counts = rule.kind === 'REGEX' && rule.toStash === 'none' ? toPlex : toStash;
  return {
    rule,
    covered: countHits(counts),
    roundTrips,
    wrong: toStash.WRONG + toPlex.WRONG,
    nowhere: counts.NOWHERE,
    otherSize: counts.OTHER_SIZE,
    examples,
  };
}
