import type { Page } from '../../gaps/gaps.ts';
import type { Gap } from '../../gaps/gap.ts';
import { DEFAULT_GAP_ORDER, type GapCounts, type GapFilter, type GapOrder } from '../../gaps/gap-query.ts';
import type { GapsPort } from '../api-dependencies.ts';
import { badInput } from '../api-error.ts';
import type { QueryGapsArgs } from '../generated/resolver-types.ts';
import { toPageSize } from '../paging/page-size.ts';
import { refuseBadCursor } from '../paging/refuse-bad-cursor.ts';
import { toGapFilter } from '../to-gap-filter.ts';

/** One page of gaps; the counts over all pages are made when the first of them is asked for. */
export interface GapPage {
  readonly page: Page<Gap>;
  readonly after: string | undefined;
  readonly counts: () => GapCounts;
}

const USUAL_SIZE = 50;

/** @throws GraphQLError `BAD_USER_INPUT` for a page size, text or cursor that cannot be. */
export function listGaps(gaps: GapsPort, { filter, orderBy, first, after }: QueryGapsArgs): GapPage {
  const wanted = getFilter(filter);
  const order: GapOrder = orderBy
    ? { field: orderBy.field, direction: orderBy.direction ?? DEFAULT_GAP_ORDER.direction }
    : DEFAULT_GAP_ORDER;
  const size = toPageSize(first, USUAL_SIZE);
  const from = after ?? undefined;
  const request = { filter: wanted, order, first: size, ...(from !== undefined && { after: from }) };
  return {
    page: refuseBadCursor(() => gaps.listGaps(request)),
    after: from,
    counts: once(() => gaps.countGaps(wanted)),
  };
}

function getFilter(given: QueryGapsArgs['filter']): GapFilter {
  const filter = toGapFilter(given ?? {});
  if ('problem' in filter) throw badInput(filter.problem);
  return filter;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
