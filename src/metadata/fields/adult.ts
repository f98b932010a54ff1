import { cleanLine } from '../text/clean-line.ts';
import type { Field } from './field.ts';

/** Everything from Stash is explicit; the rating is the one the owner's parental limits go by. */
export const adultField: Field = (_scene, context) => {
  const contentRating = cleanLine(context.contentRating);
  return { ...(contentRating === undefined ? {} : { contentRating }), isAdult: true };
};
