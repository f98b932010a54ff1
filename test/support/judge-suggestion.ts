import { asPlexPath } from '../../src/model/file-paths.ts';
import { createPathMapper } from '../../src/paths/create-path-mapper.ts';
import { toFoldedPath } from '../../src/paths/normal-form.ts';
import type { Suggestion } from '../../src/paths/suggest/suggestion.ts';
import type { LibraryPair } from './library-pairs.ts';

/** What the proposed rules do, told by who knows which file is which. */
export interface Judgement {
  /** Plex files whose Stash file exists. */
  readonly mappable: number;
  readonly right: number;
  /** Plex files that are led to another file of Stash. */
  readonly wrong: readonly string[];
}

export function judgeSuggestion({ rules }: Suggestion, { plex, stash, truth }: LibraryPair): Judgement {
  const mapper = createPathMapper(rules.map(({ rule }) => rule));
  const known = new Set(stash.map(({ path }) => toFoldedPath(path)));
  const wrong: string[] = [];
  let [mappable, right] = [0, 0];
  for (const { path } of plex) {
    const expected = toFoldedPath(truth.get(path) ?? '');
    if (known.has(expected)) mappable += 1;
    const mapping = rules.length > 0 ? mapper.toStashPath(asPlexPath(path)) : undefined;
    const got = mapping?.kind === 'MAPPED' ? toFoldedPath(mapping.path) : '';
    if (!known.has(got)) continue;
    if (got === expected) right += 1;
    else wrong.push(`${path} → ${got}`);
  }
  return { mappable, right, wrong };
}
