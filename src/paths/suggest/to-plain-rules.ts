import type { PathRule } from '../path-rule.ts';

/** Rules as their owner would write them in the configuration file. */
export function toPlainRules(rules: readonly PathRule[]): Record<string, unknown>[] {
  return rules.map((rule) => ({
    name: rule.name,
    ...(rule.kind === 'PREFIX'
      ? { plex: rule.plex, stash: rule.stash }
      : { toStash: rule.toStash, toPlex: rule.toPlex }),
    ...(rule.ignoreCase ? { ignoreCase: true } : {}),
    ...(rule.samples.length > 0 ? { samples: rule.samples } : {}),
  }));
}
