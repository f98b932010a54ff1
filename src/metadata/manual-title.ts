import type { Scene } from '../model/scene.ts';
import { parseCalendarDate } from './calendar-date.ts';
import { titleField } from './fields/title.ts';
import { findFileName } from './file-name.ts';
import type { MetadataContext } from './metadata-context.ts';
import { cleanLine } from './text/clean-line.ts';
import { cutText } from './text/cut-text.ts';

const MAX_TITLE = 255;
/** Room for either detail, so that the title itself keeps the greater part. */
const MAX_STUDIO = 100;
const MAX_FILE_NAME = 150;
const BETWEEN = ' · ';

/**
 * The title of one result of Fix Match, where Plex shows title, year and thumb only: `Title · Studio · 2024-01-15`.
 * Where neither studio nor date is known the file's name tells the scenes apart. Fallback dates are not shown: they
 * are not the scene's.
 */
export function toManualTitle(scene: Scene, context: MetadataContext): string {
  const { title } = titleField(scene, context);
  const known = [cleanLine(scene.studio?.name, MAX_STUDIO), findOwnDate(scene)].filter(
    (part) => part !== undefined,
  );
  const details = known.length > 0 ? known : listFileName(scene);
  const suffix = details
    .filter((part) => part !== title)
    .map((part) => `${BETWEEN}${part}`)
    .join('');
  return cutText(title, MAX_TITLE - suffix.length) + suffix;
}

/** The date as Stash has it, partial ones as they are. */
function findOwnDate({ date }: Scene): string | undefined {
  return date !== undefined && parseCalendarDate(date) !== undefined ? date.trim() : undefined;
}

function listFileName(scene: Scene): readonly string[] {
  const name = cleanLine(findFileName(scene), MAX_FILE_NAME);
  return name === undefined ? [] : [name];
}
