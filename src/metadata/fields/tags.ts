import { toTagFilter } from '../tag-filter.ts';
import { cleanLines } from '../text/clean-line.ts';
import { toDistinctNames } from '../text/fold-name.ts';
import type { Field } from './field.ts';

/** The tags that the owner lets through, as genres. */
export const tagsField: Field = (scene, { fields }) => {
  if (!fields.tags) return {};
  const names = toDistinctNames(cleanLines(scene.tags.map(({ name }) => name)));
  const genres = names.filter(toTagFilter(fields)).slice(0, fields.maxTags);
  return genres.length === 0 ? {} : { Genre: genres.map((tag) => ({ tag })) };
};
