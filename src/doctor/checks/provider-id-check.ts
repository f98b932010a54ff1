import type { Check } from '../check.ts';
import { toProblem } from '../to-problem.ts';
import { unlessTold } from '../unless-told.ts';

/** Whether Plex is still served under the identifier that its matches name. */
export const providerIdCheck: Check = {
  id: 'provider-id',
  group: 'Catalog',
  timeLimitMs: 10_000,
  settings: ['DATA_DIR', 'PROVIDER_ID'],
  run: ({ config, data }) =>
    unlessTold(async () => {
      const owner = await data.findLedgerOwner();
      if (owner === undefined || owner === config.provider.id) return [];
      const summary = `PROVIDER_ID is ${config.provider.id}, but Plex was served as ${owner} before.`;
      return [toProblem('PROVIDER_ID_CHANGED', { summary })];
    }),
};
