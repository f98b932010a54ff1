import type { SweepConnectionResolvers, SweepResolvers } from '../generated/resolver-types.ts';
import { toConnection } from '../paging/to-connection.ts';

export const sweep: SweepResolvers = {
  state: ({ status }) => status.state,
  phase: ({ status }) => (status.state === 'RUNNING' ? status.phase : null),
  endedAt: ({ status }) => (status.state === 'RUNNING' ? null : status.endedAt),
  incompleteReason: ({ status }) => (status.state === 'INCOMPLETE' ? status.cause.detail : null),
  plexItems: ({ counts }) => counts.plexItems,
  plexItemsExpected: ({ counts }) => counts.plexItemsExpected,
  stashFiles: ({ counts }) => counts.stashFiles,
  opened: ({ counts }) => counts.opened,
  closed: ({ counts }) => counts.closed,
  unchanged: ({ counts }) => counts.unchanged,
};

export const sweepConnection: SweepConnectionResolvers = {
  edges: ({ page, after }) => toConnection(page, after).edges,
  nodes: ({ page, after }) => toConnection(page, after).nodes,
  pageInfo: ({ page, after }) => toConnection(page, after).pageInfo,
  totalCount: (_page, _args, { api }) => api.gaps.countSweeps(),
};
