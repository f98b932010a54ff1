/** The Stash versions that can be simulated: those whose schema is committed under `schema/stash/`. */
export type StashVersion = '0.27' | '0.28' | '0.29' | '0.30' | 'develop';

/** What differs between versions beside the schema. */
export interface VersionFacts {
  readonly version: string;
  readonly hash: string;
  readonly databaseSchema: number;
  /** From 0.29: the answer's content type follows `Accept`, and a body that is no JSON is repeated in the error. */
  readonly negotiates: boolean;
  /** From 0.30: a repeated id is named as such. */
  readonly namesDuplicateIds: boolean;
  /** From 0.28: tags come by their sort names. */
  readonly sortsTagsBySortName: boolean;
}

/** Version strings as released; database schemas and behaviour as published with and seen on these versions. */
export const VERSION_FACTS: Readonly<Record<StashVersion, VersionFacts>> = {
  '0.27': facts('v0.27.2', '76648fee', 68, 27),
  '0.28': facts('v0.28.1', 'cc6917f2', 72, 28),
  '0.29': facts('v0.29.3', '8c8be22f', 72, 29),
  '0.30': facts('v0.30.1', 'b23b0267', 75, 30),
  develop: facts('v0.30.1-80-gcf3489efd', 'cf3489efd', 75, 31),
};

function facts(version: string, hash: string, databaseSchema: number, minor: number): VersionFacts {
  return {
    version,
    hash,
    databaseSchema,
    negotiates: minor >= 29,
    namesDuplicateIds: minor >= 30,
    sortsTagsBySortName: minor >= 28,
  };
}
