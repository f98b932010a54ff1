import type { Page } from '../../gaps/gaps.ts';
import type { Sweep } from '../../gaps/sweep.ts';
import type { GapsPort } from '../api-dependencies.ts';
import type { QuerySweepsArgs } from '../generated/resolver-types.ts';
import { toPageSize } from '../paging/page-size.ts';
import { refuseBadCursor } from '../paging/refuse-bad-cursor.ts';

/** One page of the history of sweeps. */
export interface SweepPage {
  readonly page: Page<Sweep>;
  readonly after: string | undefined;
}

const USUAL_SIZE = 20;

/** @throws GraphQLError `BAD_USER_INPUT` for a page size or cursor that cannot be. */
export function listSweeps(gaps: GapsPort, { first, after }: QuerySweepsArgs): SweepPage {
  const from = after ?? undefined;
  const request = { first: toPageSize(first, USUAL_SIZE), ...(from !== undefined && { after: from }) };
  return { page: refuseBadCursor(() => gaps.listSweeps(request)), after: from };
}
