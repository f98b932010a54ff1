import { asPlexPath, asStashPath } from '../../model/file-paths.ts';
import { createPathMapper } from '../create-path-mapper.ts';
import { FolderCounts } from '../folder-counts.ts';
import { toComparablePath, toFoldedPath } from '../normal-form.ts';
import type { PathMapper, PathMapping } from '../path-mapper.ts';
import type { PathRule } from '../path-rule.ts';
import type { Libraries } from './libraries.ts';
import type { FilePairs } from './pair-files.ts';
import { type TargetVerdict, judgeTarget } from './judge-target.ts';
import { RuleRecord } from './rule-record.ts';

/** What a list of rules does with every file that was given. */
export interface Verification {
  /** One for every rule, in their order. */
  readonly records: readonly RuleRecord[];
  /** Paired Plex files that are taken to their own Stash file. */
  readonly right: number;
  /** Paired files for which that is true in either direction. */
  readonly rightEitherWay: number;
  readonly uncovered: number;
  /** Plex files without a rule, by folder. */
  readonly uncoveredFolders: FolderCounts;
  /** Paired Plex files that are not taken to their own Stash file, by folder. */
  readonly missedFolders: FolderCounts;
}

/** Takes every file of both sides through the mapper that the service uses. */
export function verifyRules(
  rules: readonly PathRule[],
  libraries: Libraries,
  pairs: FilePairs,
): Verification {
  const mapper = rules.length === 0 ? undefined : createPathMapper(rules);
  const records = new Map(rules.map((rule) => [rule.name, new RuleRecord(rule)]));
  const run = { mapper, records, libraries, pairs };
  const rightPlaces = new Set<number>();
  const [uncoveredFolders, missedFolders] = [new FolderCounts(), new FolderCounts()];
  let uncovered = 0;
  for (const [place, { path }] of libraries.plex.files.entries()) {
    const outcome = takeToStash(place, path, run);
    if (outcome === 'UNMAPPED') {
      uncovered += 1;
      uncoveredFolders.add(path);
    }
    if (outcome === 'RIGHT') rightPlaces.add(place);
    else if (pairs.byPlex.has(place)) missedFolders.add(path);
  }
  const right = rightPlaces.size;
  for (const [place, { path }] of libraries.stash.files.entries()) {
    const partner = takeToPlex(place, path, run);
    if (partner !== undefined) rightPlaces.add(partner);
  }
  return {
    records: [...records.values()],
    right,
    rightEitherWay: rightPlaces.size,
    uncovered,
    uncoveredFolders,
    missedFolders,
  };
}

interface Run {
  readonly mapper: PathMapper | undefined;
  readonly records: ReadonlyMap<string, RuleRecord>;
  readonly libraries: Libraries;
  readonly pairs: FilePairs;
}

function takeToStash(place: number, path: string, run: Run): 'UNMAPPED' | 'RIGHT' | 'OTHER' {
  const mapping = run.mapper?.toStashPath(asPlexPath(path)) ?? UNMAPPED;
  if (mapping.kind === 'UNMAPPED') return 'UNMAPPED';
  const found = run.libraries.stash.findPlace(mapping.path);
  const pair = run.pairs.byPlex.get(place);
  const verdict = judgeTarget({
    partner: pair?.stash,
    found,
    takenBy: found === undefined ? undefined : run.pairs.byStash.get(found)?.plex,
    place,
    size: run.libraries.plex.findSize(place),
    foundSize: found === undefined ? undefined : run.libraries.stash.findSize(found),
  });
  const record = run.records.get(mapping.rule);
  record?.recordToStash(verdict, path, mapping.path, pair?.strength);
  if (HITS.has(verdict)) record?.recordReturn(returns(path, mapping.path, run));
  return verdict === 'RIGHT' ? 'RIGHT' : 'OTHER';
}

/** True when the Stash path leads back to the very Plex path. */
function returns(plexPath: string, stashPath: string, { mapper }: Run): boolean {
  const back = mapper?.toPlexPath(asStashPath(stashPath)) ?? UNMAPPED;
  if (back.kind === 'UNMAPPED') return false;
  return (
    toComparablePath(back.path) === toComparablePath(plexPath) ||
    toFoldedPath(back.path) === toFoldedPath(plexPath)
  );
}

/** Gives the Plex file if it is the right one. */
function takeToPlex(place: number, path: string, run: Run): number | undefined {
  const mapping: PathMapping<string> = run.mapper?.toPlexPath(asStashPath(path)) ?? UNMAPPED;
  if (mapping.kind === 'UNMAPPED') return undefined;
  const found = run.libraries.plex.findPlace(mapping.path);
  const partner = run.pairs.byStash.get(place)?.plex;
  const verdict = judgeTarget({
    partner,
    found,
    takenBy: found === undefined ? undefined : run.pairs.byPlex.get(found)?.stash,
    place,
    size: run.libraries.stash.findSize(place),
    foundSize: found === undefined ? undefined : run.libraries.plex.findSize(found),
  });
  run.records.get(mapping.rule)?.recordToPlex(verdict, path, mapping.path);
  return verdict === 'RIGHT' ? partner : undefined;
}

const HITS: ReadonlySet<TargetVerdict> = new Set(['RIGHT', 'SAME_SIZE', 'PLAUSIBLE']);

const UNMAPPED = { kind: 'UNMAPPED' } as const;
