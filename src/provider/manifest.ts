import { MOVIE_TYPE } from '../matching/match-hints.ts';

/** Who we are toward Plex. */
export interface ProviderIdentity {
  /** `tv.plex.agents.custom.…`; also the scheme of every guid. */
  readonly id: string;
  readonly title: string;
  readonly version: string;
}

/**
 * The answer at the provider root. Feature keys are relative to the address that was registered: PMS keeps that
 * address's path prefix itself.
 */
export function toManifest({ id, title, version }: ProviderIdentity) {
  return {
    MediaProvider: {
      identifier: id,
      title,
      version,
      Types: [{ type: MOVIE_TYPE, Scheme: [{ scheme: id }] }],
      Feature: [
        { type: 'metadata', key: '/library/metadata' },
        { type: 'match', key: '/library/metadata/matches' },
      ],
    },
  };
}
