import { cleanLines } from '../text/clean-line.ts';
import { toDistinctNames } from '../text/fold-name.ts';
import type { Field } from './field.ts';

/** Stash keeps directors in one text. A hyphen, a slash or "and" may be part of a name; these cannot. */
const BETWEEN_NAMES = /[,;]| & /;

/** The director or directors. */
export const directorField: Field = (scene, { fields }) => {
  if (!fields.director || scene.director === undefined) return {};
  const names = toDistinctNames(cleanLines(scene.director.split(BETWEEN_NAMES)));
  return names.length === 0 ? {} : { Director: names.map((tag, order) => ({ tag, order })) };
};
