import type { Config } from '../config/config.ts';
import type { NotLooked } from './check.ts';

/** Why there is no Stash to look at. */
export function toNoStash({ stash }: Config): NotLooked {
  return {
    notLookedSince: stash.url === '' ? 'STASH_URL is not set' : 'STASH_URL or STASH_API_KEY cannot be used',
  };
}

/** Why there is no Plex to look at. */
export function toNoPlex({ plex }: Config): NotLooked {
  const isSet = plex.url !== undefined;
  return { notLookedSince: isSet ? 'PLEX_URL or PLEX_TOKEN cannot be used' : 'PLEX_URL is not set' };
}
