import { checkMovie, isExcused } from './check-movie.ts';
import { checkContainer, findContainer, listEntries } from './media-container.ts';
import { isObject } from './object-shape.ts';
import type { Customisation, ProviderContract } from './provider-contract.ts';
import { listOf, violation } from './shape.ts';

/** What the metadata request asked. */
export interface MetadataQuestion extends Customisation {
  /** The last segment of its path. */
  readonly ratingKey: string;
}

/**
 * PMS's post-processor fails on a movie without a year (verified live by a published provider), and `isAdult` is what
 * keeps explicit items out of restricted accounts.
 */
const EXPECTED_IN_METADATA = ['year', 'isAdult'];

/** The 200 answer to a metadata request: exactly the movie that was asked for. Returns violations. */
export function validateMetadataAnswer(
  answer: unknown,
  question: MetadataQuestion,
  contract: ProviderContract,
): readonly string[] {
  const identifier = contract.identifier ?? String(findContainer(answer)?.identifier);
  const { metadataKey } = contract;
  const movie = checkMovie({ identifier, metadataKey, customisation: question });
  return [
    ...checkContainer(answer, { entries: 'Metadata', check: listOf(movie), identifier }),
    ...checkSingle(answer),
    ...checkAsked(listEntries(answer, 'Metadata')[0], question),
  ];
}

function checkSingle(answer: unknown): string[] {
  const container = findContainer(answer) ?? {};
  const wanted = { offset: 0, totalSize: 1, size: 1 };
  return Object.entries(wanted).flatMap(([name, value]) =>
    container[name] === value ? [] : [violation(`$.MediaContainer.${name}`, `${value}`, container[name])],
  );
}

function checkAsked(movie: unknown, question: MetadataQuestion): string[] {
  if (!isObject(movie)) return [];
  const path = '$.MediaContainer.Metadata[0]';
  const absent = EXPECTED_IN_METADATA.filter(
    (name) => movie[name] === undefined && !isExcused(name, question),
  );
  return [
    ...absent.map((name) => violation(`${path}.${name}`, 'a value', undefined)),
    ...(movie.ratingKey === question.ratingKey
      ? []
      : [violation(`${path}.ratingKey`, `${question.ratingKey}, which was asked for`, movie.ratingKey)]),
  ];
}
