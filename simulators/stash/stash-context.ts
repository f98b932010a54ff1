import type { GraphQLResolveInfo } from 'graphql';
import type { SimulatedLibrary } from '../library/simulated-library.ts';
import type { VersionFacts } from './stash-version.ts';

/** Whether the server is set up; anything but `OK` answers only a few queries. */
export type ServerState = 'OK' | 'SETUP' | 'NEEDS_MIGRATION';

/** What a resolver can see of the request and the server. */
export interface StashContext {
  readonly library: SimulatedLibrary;
  readonly version: VersionFacts;
  readonly state: ServerState;
  /** Scheme, host and prefix under which the caller reached Stash; addresses in answers start with it. */
  readonly origin: string;
  readonly apiKey: string | undefined;
}

/** The resolvers of one type. */
export type Fields<Source> = Readonly<
  Record<
    string,
    (
      source: Source,
      args: Readonly<Record<string, unknown>>,
      context: StashContext,
      info: GraphQLResolveInfo,
    ) => unknown
  >
>;
