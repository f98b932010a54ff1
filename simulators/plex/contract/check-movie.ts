import { movieShape } from './movie-shape.ts';
import { closedObject, isObject, type JsonObject, relaxed } from './object-shape.ts';
import type { Customisation } from './provider-contract.ts';
import { type Check, violation } from './shape.ts';

/** What the members of one movie have to agree with. */
export interface MovieExpectations {
  readonly identifier: string;
  /** Key of the feature `metadata`. */
  readonly metadataKey: string;
  readonly customisation: Customisation;
}

/** These name the item: PMS cannot store a match without them, so no customisation removes them. */
const ALWAYS = new Set(['ratingKey', 'key', 'guid', 'type']);

/** One movie in a match or metadata answer. */
export function checkMovie(expected: MovieExpectations): Check {
  const shape = closedObject(relaxed(movieShape, (name) => isExcused(name, expected.customisation)));
  return (value, path) => {
    if (!isObject(value)) return [violation(path, 'an object', value)];
    return [
      ...shape(value, path),
      ...checkNames(value, path, expected),
      ...checkYear(value, path),
      ...checkNoRating(value, path),
    ];
  };
}

/** Whether the request itself asked for an answer without this field. */
export function isExcused(name: string, { includeFields, excludeFields }: Customisation): boolean {
  if (ALWAYS.has(name)) return false;
  const included = includeFields === undefined || names(includeFields).includes(name);
  return !included || names(excludeFields ?? '').includes(name);
}

/** PMS asks for `{metadata key}/{last segment of the guid}`, so guid, key and ratingKey must say the same. */
function checkNames(movie: JsonObject, path: string, expected: MovieExpectations): string[] {
  if (typeof movie.ratingKey !== 'string') return [];
  const guid = `${expected.identifier}://movie/${movie.ratingKey}`;
  const key = `${expected.metadataKey}/${movie.ratingKey}`;
  return [
    ...(movie.guid === guid ? [] : [violation(`${path}.guid`, guid, movie.guid)]),
    ...(movie.key === key ? [] : [violation(`${path}.key`, key, movie.key)]),
  ];
}

function checkYear(movie: JsonObject, path: string): string[] {
  const date = movie.originallyAvailableAt;
  if (movie.year === undefined || typeof date !== 'string') return [];
  const year = Number(date.slice(0, 4));
  return movie.year === year ? [] : [violation(`${path}.year`, `${year}, the year of its date`, movie.year)];
}

/** Each badge Plex has belongs to another site: a Stash rating under one would be a false statement. */
function checkNoRating(movie: JsonObject, path: string): string[] {
  return movie.Rating === undefined ? [] : [`${path}.Rating: expected no rating, since no badge is ours`];
}

function names(list: string): string[] {
  return list.split(',').map((name) => name.trim());
}
