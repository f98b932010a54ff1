import type { Scene } from '../model/scene.ts';
import { adultField } from './fields/adult.ts';
import { collectionsField } from './fields/collections.ts';
import { datesField } from './fields/dates.ts';
import { directorField } from './fields/director.ts';
import { durationField } from './fields/duration.ts';
import type { Field } from './fields/field.ts';
import { identityField } from './fields/identity.ts';
import { idsField } from './fields/ids.ts';
import { imagesField } from './fields/images.ts';
import { performersField } from './fields/performers.ts';
import { studioField } from './fields/studio.ts';
import { summaryField } from './fields/summary.ts';
import { taglineField } from './fields/tagline.ts';
import { tagsField } from './fields/tags.ts';
import { titleField } from './fields/title.ts';
import type { MetadataContext } from './metadata-context.ts';
import type { PlexMovie } from './plex-metadata.ts';

/** The fields that every item has, in the order in which they are told. */
export function toRequiredFields(scene: Scene, context: MetadataContext): PlexMovie {
  return { ...identityField(scene, context), ...titleField(scene, context), ...datesField(scene, context) };
}

/** The fields that an item may have, in the order in which they are told. There is no `Rating`: Plex would show the
 * owner's rating under the badge of IMDb, TMDB or Rotten Tomatoes. */
export const optionalFields: readonly Field[] = [
  taglineField,
  summaryField,
  studioField,
  durationField,
  adultField,
  imagesField,
  performersField,
  directorField,
  tagsField,
  collectionsField,
  idsField,
];
