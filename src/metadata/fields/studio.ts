import type { Studio } from '../../model/scene.ts';
import { cleanLines } from '../text/clean-line.ts';
import { toDistinctNames } from '../text/fold-name.ts';
import type { Field } from './field.ts';

/** The studio, and with it the studios it belongs to, nearest first. */
export const studioField: Field = (scene, { fields }) => {
  const names = toDistinctNames(cleanLines(fields.studio ? listStudioNames(scene.studio) : []));
  const [studio] = names;
  return studio === undefined ? {} : { studio, Studio: names.map((tag) => ({ tag })) };
};

function listStudioNames(studio: Studio | undefined): readonly string[] {
  return studio === undefined ? [] : [studio.name, ...listStudioNames(studio.parent)];
}
