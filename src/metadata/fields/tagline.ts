import { cleanLine } from '../text/clean-line.ts';
import type { Field } from './field.ts';

/** The studio's code for the scene, for owners who know their scenes by it. */
export const taglineField: Field = (scene, { fields }) => {
  const tagline = fields.tagline ? cleanLine(scene.code) : undefined;
  return tagline === undefined ? {} : { tagline };
};
