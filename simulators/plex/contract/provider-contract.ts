/** What a validator has to know about the provider whose answers it reads. */
export interface ProviderContract {
  /** `tv.plex.agents.custom.…`; scheme of every guid. Absent: taken from each answer's own container. */
  readonly identifier?: string;
  /** Path of the registered address, e.g. `/secret`; empty for a provider at the root. */
  readonly basePath: string;
  /** Key of the feature `metadata`, below the base path. */
  readonly metadataKey: string;
  /** Key of the feature `match`, below the base path. */
  readonly matchKey: string;
  /** Texts that may stand in no answer at all, such as the key of the Stash behind the provider. */
  readonly secrets: readonly string[];
}

/** A provider registered without a path, with the keys most providers use. */
export const usualContract: ProviderContract = {
  basePath: '',
  metadataKey: '/library/metadata',
  matchKey: '/library/metadata/matches',
  secrets: [],
};

/**
 * What the request asked to be left out of the answer (`includeFields`, `excludeElements`, …). An `include` list
 * means "only these". They are requests, not guarantees, so they only excuse what is missing.
 */
export interface Customisation {
  readonly includeFields?: string;
  readonly excludeFields?: string;
}
