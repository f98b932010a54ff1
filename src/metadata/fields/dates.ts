import type { Scene } from '../../model/scene.ts';
import { parseCalendarDate, parseDateOfInstant } from '../calendar-date.ts';
import type { DateFallback, MetadataContext } from '../metadata-context.ts';
import type { PlexMovie } from '../plex-metadata.ts';

/** Shown when not even Stash's own instants hold a date. Never the current year: it would change by itself. */
const NO_DATE = '1970-01-01';

/** `originallyAvailableAt`, which Plex requires, and the year of the same day. */
export function datesField(
  scene: Scene,
  context: MetadataContext,
): Pick<PlexMovie, 'originallyAvailableAt' | 'year'> {
  const own = context.fields.date && scene.date !== undefined ? parseCalendarDate(scene.date) : undefined;
  const date = own ?? toFallbackDate(scene, context.dateFallback);
  return { originallyAvailableAt: date, year: Number(date.slice(0, 4)) };
}

function toFallbackDate(scene: Scene, fallback: DateFallback): string {
  const [primary] = scene.files;
  const fromFile = fallback === 'file' && primary ? parseDateOfInstant(primary.modifiedAt) : undefined;
  return fromFile ?? parseDateOfInstant(scene.createdAt) ?? parseDateOfInstant(scene.updatedAt) ?? NO_DATE;
}
