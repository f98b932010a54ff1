import type { ParsedUrlQuery } from 'node:querystring';
import { GAP_KINDS, GAP_REASONS } from '../../gaps/gap.ts';
import { GAP_ORDER_FIELDS, GAP_STATES, type GapFilter, type GapOrder } from '../../gaps/gap-query.ts';
import { badRequest } from '../../http/http-error.ts';
import { INSTANT_FORM, parseInstant } from '../parse-instant.ts';
import { toGapFilter } from '../to-gap-filter.ts';

/** What a report is to hold; what is left out is for the format to decide. */
export interface ReportRequest {
  readonly filter: GapFilter;
  readonly order: GapOrder | undefined;
  readonly first: number | undefined;
  readonly after: string | undefined;
}

const PARAMETERS = [
  'kind',
  'state',
  'reason',
  'pathContains',
  'studio',
  'firstSeenSince',
  'order',
  'first',
  'after',
  'format',
];

const ORDERS: ReadonlyMap<string, GapOrder> = new Map(
  GAP_ORDER_FIELDS.flatMap((field) =>
    (['ASC', 'DESC'] as const).map((direction) => [`${field}_${direction}`, { field, direction }] as const),
  ),
);

/**
 * Reads the query of `GET /gaps`: the filters of the GraphQL API, lists separated by commas or repeated.
 *
 * @throws HttpError 400 that names the parameter and what it may be.
 */
export function parseReportRequest(query: ParsedUrlQuery, mostEntries: number): ReportRequest {
  const unknown = Object.keys(query).find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) throw refuse('query', `parameters among ${PARAMETERS.join(', ')}`);
  const filter = toGapFilter({
    kinds: findTokens(query, 'kind', GAP_KINDS),
    states: findTokens(query, 'state', GAP_STATES),
    reasons: findTokens(query, 'reason', GAP_REASONS),
    pathContains: findText(query, 'pathContains'),
    studio: findText(query, 'studio'),
    firstSeenSince: findInstant(query, 'firstSeenSince'),
  });
  if ('problem' in filter) throw badRequest('BAD_PARAMETER', `${filter.problem}.`);
  return {
    filter,
    order: findOrder(query),
    first: findSize(query, mostEntries),
    after: findText(query, 'after'),
  };
}

function findText(query: ParsedUrlQuery, name: string): string | undefined {
  const value = query[name];
  if (Array.isArray(value)) throw refuse(name, 'to be given once');
  return value === '' ? undefined : value;
}

function findTokens<Token extends string>(
  query: ParsedUrlQuery,
  name: string,
  allowed: readonly Token[],
): readonly Token[] | undefined {
  const given = [query[name] ?? []].flat().flatMap((text) => text.split(','));
  if (given.length === 0) return undefined;
  return given.map((text) => {
    const token = allowed.find((other) => other === text.trim().toUpperCase());
    if (token === undefined) throw refuse(name, `one of ${allowed.join(', ')}`);
    return token;
  });
}

function findInstant(query: ParsedUrlQuery, name: string): number | undefined {
  const text = findText(query, name);
  const at = text === undefined ? undefined : parseInstant(text);
  if (text !== undefined && at === undefined) throw refuse(name, INSTANT_FORM);
  return at;
}

function findOrder(query: ParsedUrlQuery): GapOrder | undefined {
  const text = findText(query, 'order');
  const order = text === undefined ? undefined : ORDERS.get(text.toUpperCase());
  if (text !== undefined && order === undefined)
    throw refuse('order', `one of ${[...ORDERS.keys()].join(', ')}`);
  return order;
}

function findSize(query: ParsedUrlQuery, most: number): number | undefined {
  const text = findText(query, 'first');
  if (text === undefined) return undefined;
  const size = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (size < 1 || size > most) throw refuse('first', `a whole number from 1 to ${most}`);
  return size;
}

/** What came instead is not repeated: it may be anything. */
function refuse(name: string, expected: string) {
  return badRequest('BAD_PARAMETER', `${name}: expected ${expected}.`);
}
