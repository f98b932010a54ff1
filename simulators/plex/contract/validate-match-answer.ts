import { checkMovie } from './check-movie.ts';
import { checkContainer, findContainer, listEntries } from './media-container.ts';
import { isObject } from './object-shape.ts';
import type { Customisation, ProviderContract } from './provider-contract.ts';
import { listOf } from './shape.ts';

/** What the match request asked. */
export interface MatchQuestion extends Customisation {
  /** 1 movie, 2 show, … */
  readonly type?: unknown;
  /** 1 for Fix Match; anything else is automatic. */
  readonly manual?: unknown;
}

const MOVIE = 1;

/**
 * The 200 answer to a match. Returns violations. An automatic match (no `manual`) holds at most one result, because
 * PMS takes the first; a type that is not the movie's gets an empty list.
 */
export function validateMatchAnswer(
  answer: unknown,
  question: MatchQuestion,
  contract: ProviderContract,
): readonly string[] {
  const identifier = contract.identifier ?? String(findContainer(answer)?.identifier);
  const { metadataKey } = contract;
  const movie = checkMovie({ identifier, metadataKey, customisation: question });
  return [
    ...checkContainer(answer, { entries: 'Metadata', check: listOf(movie), identifier }),
    ...checkNumber(listEntries(answer, 'Metadata'), question),
  ];
}

function checkNumber(results: readonly unknown[], { type, manual }: MatchQuestion): string[] {
  const path = '$.MediaContainer.Metadata';
  const isManual = manual === 1 || manual === '1' || manual === true;
  const keys = results.map((one) => (isObject(one) ? one.ratingKey : undefined));
  return [
    ...(type !== undefined && type !== MOVIE && results.length > 0
      ? [`${path}: expected no result for the type asked, but got: ${results.length}`]
      : []),
    ...(!isManual && results.length > 1
      ? [`${path}: expected at most one result without manual=1, but got: ${results.length}`]
      : []),
    ...(new Set(keys).size < keys.length ? [`${path}: expected each ratingKey once, but got one twice`] : []),
  ];
}
