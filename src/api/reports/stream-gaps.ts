import type { Gap } from '../../gaps/gap.ts';
import type { GapOrder } from '../../gaps/gap-query.ts';
import type { GapsPort } from '../api-dependencies.ts';
import type { ReportRequest } from './parse-report-request.ts';

/** Few enough to be read without holding up requests. */
const PORTION = 500;
/** When a gap was first seen never changes: what happens while a report is written moves nothing in or out of it. */
const OLDEST_FIRST: GapOrder = { field: 'FIRST_SEEN', direction: 'ASC' };

/**
 * All gaps that a report is to hold, portion by portion, oldest first unless told otherwise; the next portion is read
 * when the last was taken. Throws `InvalidCursorError`.
 */
export async function* streamGaps(gaps: GapsPort, request: ReportRequest): AsyncGenerator<readonly Gap[]> {
  const { filter, order = OLDEST_FIRST } = request;
  let left = request.first ?? Number.POSITIVE_INFINITY;
  let after = request.after;
  while (left > 0) {
    const first = Math.min(PORTION, left);
    const { entries, hasNextPage } = gaps.listGaps({
      filter,
      order,
      first,
      ...(after !== undefined && { after }),
    });
    yield entries.map(({ node }) => node);
    if (!hasNextPage) return;
    after = entries.at(-1)?.cursor;
    left -= entries.length;
  }
}
