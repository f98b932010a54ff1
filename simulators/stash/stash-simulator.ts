import type { SimulatedLibrary } from '../library/simulated-library.ts';
import type { Faults } from './faults.ts';
import type { RequestCounts, RequestEntry } from './request-log.ts';

/** A running Stash to test against. */
export interface StashSimulator extends AsyncDisposable {
  /** e.g. `http://127.0.0.1:40123`, without a slash at the end; the same after a restart. */
  readonly url: string;
  readonly library: SimulatedLibrary;
  readonly faults: Faults;
  /** Every request to GraphQL and for pictures, in the order they came in. */
  readonly requests: readonly RequestEntry[];
  readonly inFlight: number;
  readonly maxInFlight: number;
  /** Of `maxInFlight` what asked GraphQL. */
  readonly maxGraphqlInFlight: number;
  counts(): RequestCounts;
  /** Empties `requests` and starts the counts anew. */
  forgetRequests(): void;
  /** Whether a public address was seen and everything is refused, until `resetTripwire`. */
  readonly isTripped: boolean;
  resetTripwire(): void;
  /** Closes the port and cuts every connection. */
  stop(): Promise<void>;
  /** Listens on the same port again, stopping first when it runs. */
  restart(): Promise<void>;
}
