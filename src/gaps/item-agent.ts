import type { ItemAgent } from './sweep-staging.ts';

/**
 * Guids of items that no agent matched: `local://…` of old agents, `tv.plex.agents.none://…` as a published PMS 1.43.0
 * log shows it, and the legacy form of the same.
 */
const NO_AGENT = /^(?:local|tv\.plex\.agents\.none|com\.plexapp\.agents\.none):\/\//i;

/** Whose match a guid shows, once it is known whether this provider's parser took it. */
export function toItemAgent(guid: string, isOurs: boolean): ItemAgent {
  if (isOurs) return 'OURS';
  return guid === '' || NO_AGENT.test(guid) ? 'NONE' : 'OTHER';
}
