import type { ArrayMode, IdMode } from './listing-mode.ts';

/** A value on its way into an answer. */
export type Answer = string | number | boolean | readonly Answer[] | AnswerObject;

export interface AnswerObject {
  readonly [name: string]: Answer | undefined;
}

const KEY_NAMES = new Set(['ratingKey', 'key', 'librarySectionID']);
const INNER_NAMES = new Set(['id', 'metadataAgentProviderId', 'metadataAgentProviderGroupId']);

/** Rewrites the ids and lists of an answer as the modes say. Takes and returns plain JSON values. */
export function applyModes(answer: Answer, ids: IdMode, arrays: ArrayMode): Answer {
  return rewrite('', answer, ids, arrays);
}

function rewrite(name: string, value: Answer, ids: IdMode, arrays: ArrayMode): Answer {
  if (isList(value)) return rewriteList(name, value, ids, arrays);
  if (typeof value !== 'object') return isId(name, value) ? writeId(name, value, ids) : value;
  const entries = Object.entries(value).filter((entry): entry is [string, Answer] => entry[1] !== undefined);
  return Object.fromEntries(entries.map(([inner, one]) => [inner, rewrite(inner, one, ids, arrays)]));
}

function rewriteList(name: string, list: readonly Answer[], ids: IdMode, arrays: ArrayMode): Answer {
  const written = list.map((one) => rewrite(name, one, ids, arrays));
  const [only] = written;
  return arrays === 'SINGLE_OBJECT' && written.length === 1 && only !== undefined ? only : written;
}

/** Keys that are numbers; `/library/metadata/1` and `imdb://tt1` stay as they are. */
function isId(name: string, value: string | number | boolean): value is string | number {
  return (INNER_NAMES.has(name) || KEY_NAMES.has(name)) && /^\d{1,15}$/.test(String(value));
}

function writeId(name: string, value: string | number, ids: IdMode): string | number {
  const asText = ids === 'STRING' || (ids === 'NATURAL' && KEY_NAMES.has(name));
  return asText ? String(value) : Number(value);
}

function isList(value: Answer): value is readonly Answer[] {
  return Array.isArray(value);
}
