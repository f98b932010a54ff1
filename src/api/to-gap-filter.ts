import type { GapFilter } from '../gaps/gap-query.ts';

/** What a caller may send: every member may also be null, which counts as left out. */
type GivenFilter = { readonly [Name in keyof GapFilter]?: GapFilter[Name] | null | undefined };

/** Longer than any path a file system takes; what is longer is an attack on the search. */
export const LONGEST_TEXT = 4_096;

/** The filter without its empty members; or, in one sentence, what is wrong with it. */
export function toGapFilter(given: GivenFilter): GapFilter | { readonly problem: string } {
  const { kinds, states, reasons, pathContains, studio, firstSeenSince } = given;
  for (const [name, text] of Object.entries({ pathContains, studio })) {
    if (text != null && !isSearchable(text))
      return { problem: `expected ${name} to be well-formed text of at most ${LONGEST_TEXT} characters` };
  }
  return {
    ...(kinds != null && { kinds }),
    ...(states != null && { states }),
    ...(reasons != null && { reasons }),
    ...(pathContains != null && { pathContains }),
    ...(studio != null && { studio }),
    ...(firstSeenSince != null && { firstSeenSince }),
  };
}

function isSearchable(text: string): boolean {
  return text.length <= LONGEST_TEXT && text.isWellFormed() && !text.includes('\0');
}
