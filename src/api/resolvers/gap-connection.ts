import type { GapConnectionResolvers } from '../generated/resolver-types.ts';
import { toConnection } from '../paging/to-connection.ts';

/** Each count is made only when it is asked for. */
export const gapConnection: GapConnectionResolvers = {
  edges: ({ page, after }) => toConnection(page, after).edges,
  nodes: ({ page, after }) => toConnection(page, after).nodes,
  pageInfo: ({ page, after }) => toConnection(page, after).pageInfo,
  totalCount: ({ counts }) => counts().total,
  countsByKind: ({ counts }) => [...counts().byKind].map(([kind, count]) => ({ kind, count })),
  countsByReason: ({ counts }) => [...counts().byReason].map(([reason, count]) => ({ reason, count })),
  countsByState: ({ counts }) => [...counts().byState].map(([state, count]) => ({ state, count })),
};
