import type { StashPath } from '../model/file-paths.ts';
import type { PathDirection, PathRule, PathSample } from './path-rule.ts';
import { coversDirection } from './path-rule.ts';
import type { PathMapper, PathMapping } from './path-mapper.ts';
import { createPathMapper } from './create-path-mapper.ts';
import type { RoundTripOptions, RoundTripReport } from './round-trip-tally.ts';
import { RoundTripTally } from './round-trip-tally.ts';
import { isSameFile } from './round-trip-verdict.ts';

/** A sample that the rules do not translate as its owner said. */
export interface SampleFailure {
  /** The rule that the sample belongs to. */
  readonly rule: string;
  readonly direction: PathDirection;
  readonly path: string;
  readonly expected: string;
  /** What came out, and by which rule, which may be an earlier one; absent when no rule covers the path. */
  readonly got?: { readonly path: string; readonly rule: string };
}

/**
 * Translates every sample both ways by the whole rule list, as a scan would; a direction that the sample's own rule
 * leaves out is not tried. Empty when all is well. Throws `InvalidPathRuleError`.
 */
export function checkSamples(rules: readonly PathRule[]): SampleFailure[] {
  const mapper = createPathMapper(rules);
  return rules.flatMap((rule) =>
    rule.samples.flatMap((sample) =>
      (['TO_STASH', 'TO_PLEX'] as const)
        .filter((direction) => coversDirection(rule, direction))
        .flatMap((direction) => findFailure(rule, sample, direction, mapper) ?? []),
    ),
  );
}

/** Says a failing sample in one sentence without a full stop. */
export function describeSampleFailure({ rule, direction, path, expected, got }: SampleFailure): string {
  const [from, to] = direction === 'TO_STASH' ? ['Plex', 'Stash'] : ['Stash', 'Plex'];
  const by = got !== undefined && got.rule !== rule ? ` (by the earlier rule "${got.rule}")` : '';
  const outcome = got === undefined ? 'no rule that covers it' : `${got.path}${by}`;
  return `rule "${rule}": expected the sample's ${from} path ${path} to become ${expected} in ${to}, but got: ${outcome}`;
}

/**
 * Takes real Stash paths to Plex and back and counts what survives. Reads the paths in one go: where the event loop
 * must go on meanwhile, feed a {@link RoundTripTally} in portions instead. Throws `InvalidPathRuleError`.
 */
export function checkRoundTrip(
  rules: readonly PathRule[],
  stashPaths: Iterable<StashPath>,
  options: RoundTripOptions = {},
): RoundTripReport {
  const tally = new RoundTripTally(rules, options);
  for (const path of stashPaths) tally.add(path);
  return tally.toReport();
}

function findFailure(
  rule: PathRule,
  sample: PathSample,
  direction: PathDirection,
  mapper: PathMapper,
): SampleFailure | undefined {
  const [path, expected] =
    direction === 'TO_STASH' ? [sample.plex, sample.stash] : [sample.stash, sample.plex];
  const mapping: PathMapping<string> =
    direction === 'TO_STASH' ? mapper.toStashPath(sample.plex) : mapper.toPlexPath(sample.stash);
  const failure = { rule: rule.name, direction, path, expected };
  if (mapping.kind === 'UNMAPPED') return failure;
  if (isSameFile(mapping.path, expected, [rule])) return undefined;
  return { ...failure, got: { path: mapping.path, rule: mapping.rule } };
}
