import { describeRule } from '../../paths/describe-rule.ts';
import type { PathDirection } from '../../paths/path-rule.ts';
import type { PathsPort, RuleHitCount } from '../api-dependencies.ts';
import type { PathRule, RoundTrip } from '../generated/resolver-types.ts';
import { toSentence } from './to-sentence.ts';

/** Every rule in its order, with what it did so far. */
export function listPathRules(paths: PathsPort): PathRule[] {
  const hits = paths.listHits();
  return paths.rules.map((rule, index) => {
    const own = hits.filter((hit) => hit.rule === rule.name);
    return {
      name: rule.name,
      description: toSentence(describeRule(rule)),
      position: index + 1,
      hitsToStash: countHits(own, 'TO_STASH'),
      hitsToPlex: countHits(own, 'TO_PLEX'),
      lastHitAt: own.length === 0 ? null : Math.max(...own.map(({ lastAt }) => lastAt)),
      roundTrip: findRoundTrip(paths, rule.name),
    };
  });
}

function countHits(hits: readonly RuleHitCount[], direction: PathDirection): number {
  return hits.filter((hit) => hit.direction === direction).reduce((sum, hit) => sum + hit.hits, 0);
}

function findRoundTrip(paths: PathsPort, name: string): RoundTrip | undefined {
  const report = paths.findRoundTrip();
  const coverage = report?.rules.find(({ rule }) => rule === name);
  return (
    coverage && {
      covered: coverage.hits,
      matched: coverage.matches,
      returned: coverage.returns,
      shadowedBy: report?.shadowed.find(({ rule }) => rule === name)?.by,
    }
  );
}
