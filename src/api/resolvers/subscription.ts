import type { Gap } from '../../gaps/gap.ts';
import type { Sweep } from '../../gaps/sweep.ts';
import type { SubscriptionResolvers } from '../generated/resolver-types.ts';

/** The streams end with the request's signal: when the listener has gone, and when the service begins to stop. */
export const subscription: SubscriptionResolvers = {
  sweepProgress: {
    subscribe: (_root, _args, { api, signal }) => api.gaps.events.sweepProgress(signal),
    resolve: (sweep: Sweep) => sweep,
  },
  gapChanged: {
    subscribe: (_root, { kinds }, { api, signal }) => api.gaps.events.gapChanged(kinds ?? undefined, signal),
    resolve: (gap: Gap) => gap,
  },
};
