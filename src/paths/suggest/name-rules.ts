import type { PathRule } from '../path-rule.ts';
import type { Candidate } from './candidate.ts';

/** The rules with names that tell them apart. */
export function nameRules(candidates: readonly Candidate[]): PathRule[] {
  const taken = new Set<string>();
  return candidates.map(({ rule, label }) => {
    let name = label;
    for (let count = 2; taken.has(name); count += 1) name = `${label} ${count}`;
    taken.add(name);
    return { ...rule, name };
  });
}
