import type { SimulatedLibrary } from '../library/simulated-library.ts';
import { buildStashSchema, readSchemaSdl } from './build-schema.ts';
import { StashServer } from './stash-server.ts';
import type { StashSimulator } from './stash-simulator.ts';
import { type StashVersion, VERSION_FACTS } from './stash-version.ts';

export interface StashSimulatorOptions {
  readonly library: SimulatedLibrary;
  /** Default `develop`. */
  readonly version?: StashVersion;
  /** Sets credentials: this key is needed from then on. Without it any key is refused, as by an open Stash. */
  readonly apiKey?: string;
  /** Default 0: one that is free. */
  readonly port?: number;
  /** Another schema than the committed one, e.g. with a field less. */
  readonly schemaSdl?: string;
  /** How many queries are worked on at a time, the others wait; Stash has 10 read connections. Default: no limit. */
  readonly readConnections?: number;
  /** How many of the latest requests are kept for `requests`. Default 20,000. */
  readonly keepRequests?: number;
}

/** Starts a simulated Stash on 127.0.0.1 that serves the library over real HTTP. */
export async function startStashSimulator(options: StashSimulatorOptions): Promise<StashSimulator> {
  const { version = 'develop' } = options;
  const server = new StashServer({
    library: options.library,
    version: VERSION_FACTS[version],
    schema: buildStashSchema(options.schemaSdl ?? readSchemaSdl(version)),
    apiKey: options.apiKey,
    readConnections: options.readConnections ?? Infinity,
    keepRequests: options.keepRequests ?? 20_000,
  });
  await server.start(options.port ?? 0);
  return server;
}
