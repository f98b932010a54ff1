import type { FieldSettings } from './field-settings.ts';
import { foldName } from './text/fold-name.ts';

type NameTest = (name: string) => boolean;

/**
 * Which tag names pass `includeTags` (all, when it is empty) and `excludeTags` (which wins). Names are compared without
 * case; a `*` at the start or the end stands for any text, elsewhere for itself.
 */
export function toTagFilter({
  includeTags,
  excludeTags,
}: Pick<FieldSettings, 'includeTags' | 'excludeTags'>): NameTest {
  const included = includeTags.map(toNameTest);
  const excluded = excludeTags.map(toNameTest);
  return (name) => {
    const folded = foldName(name);
    const wanted = included.length === 0 || included.some((test) => test(folded));
    return wanted && !excluded.some((test) => test(folded));
  };
}

function toNameTest(pattern: string): NameTest {
  const folded = foldName(pattern.trim());
  const openStart = folded.startsWith('*');
  const openEnd = folded.endsWith('*');
  const core = folded.slice(openStart ? 1 : 0, openEnd && folded.length > 1 ? -1 : undefined);
  if (openStart && openEnd) return (name) => name.includes(core);
  if (openStart) return (name) => name.endsWith(core);
  if (openEnd) return (name) => name.startsWith(core);
  return (name) => name === core;
}
