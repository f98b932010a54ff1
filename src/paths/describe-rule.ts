import type { PathRule, RegexRewrite } from './path-rule.ts';

/** What a rule does, in one plain sentence without a full stop, for tables and traces. */
export function describeRule(rule: PathRule): string {
  const letterCase = rule.ignoreCase ? ', whatever the letter case' : '';
  if (rule.kind === 'PREFIX')
    return `what lies in ${rule.plex} in Plex lies in ${rule.stash} in Stash, both ways${letterCase}`;
  const toStash = describeRewrite('Plex', 'Stash', rule.toStash);
  const toPlex = describeRewrite('Stash', 'Plex', rule.toPlex);
  return `${toStash}; ${toPlex}${letterCase}`;
}

function describeRewrite(from: string, to: string, rewrite: RegexRewrite | 'none'): string {
  if (rewrite === 'none') return `no ${from} path is turned into a ${to} path`;
  return `${from} paths like ${rewrite.match} become ${rewrite.replace} in ${to}`;
}
