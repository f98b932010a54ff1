import type { PlexMovie } from './plex-metadata.ts';
import type { ResponseCustomisation } from './response-customisation.ts';

/** Without these PMS cannot use an item, so no wish removes them. */
const REQUIRED: ReadonlySet<string> = new Set([
  'ratingKey',
  'key',
  'guid',
  'type',
  'title',
  'originallyAvailableAt',
]);

/** The movie with the members that were asked for. The given one may be cached and is never changed. */
export function customiseResponse(movie: PlexMovie, wishes: ResponseCustomisation): PlexMovie {
  if (Object.keys(wishes).length === 0) return movie;
  const answer: PlexMovie = { ...movie };
  for (const [name, value] of Object.entries(movie)) {
    if (!REQUIRED.has(name) && !isWanted(name, value, wishes)) Reflect.deleteProperty(answer, name);
  }
  return answer;
}

function isWanted(name: string, value: unknown, wishes: ResponseCustomisation): boolean {
  return Array.isArray(value)
    ? isListed(name, wishes.includeElements, wishes.excludeElements)
    : isListed(name, wishes.includeFields, wishes.excludeFields);
}

function isListed(
  name: string,
  included: ReadonlySet<string> | undefined,
  excluded: ReadonlySet<string> | undefined,
): boolean {
  const asked = name.toLowerCase();
  return (included?.has(asked) ?? true) && excluded?.has(asked) !== true;
}
