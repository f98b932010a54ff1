import type { Resolvers } from '../generated/resolver-types.ts';
import { dateTime } from './date-time.ts';
import { gapConnection } from './gap-connection.ts';
import { gap } from './gap.ts';
import { matchExplanation, recentMatch } from './match-explanation.ts';
import { mutation } from './mutation.ts';
import { query } from './query.ts';
import { status } from './status.ts';
import { subscription } from './subscription.ts';
import { sweep, sweepConnection } from './sweep.ts';

/** How every type of our own is answered. What is not named here is a member of the value itself. */
export const resolvers: Resolvers = {
  DateTime: dateTime,
  Gap: gap,
  GapConnection: gapConnection,
  MatchExplanation: matchExplanation,
  Mutation: mutation,
  Query: query,
  RecentMatch: recentMatch,
  Status: status,
  Subscription: subscription,
  Sweep: sweep,
  SweepConnection: sweepConnection,
};
