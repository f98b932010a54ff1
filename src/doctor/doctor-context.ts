import type { CatalogState } from '../catalog/catalog-state.ts';
import type { Config } from '../config/config.ts';
import type { ConfigProblem } from '../config/config-problem.ts';
import type { BreakerState } from '../lib/breaker-state.ts';
import type { Clock } from '../lib/clock.ts';
import type { RoundTripReport } from '../paths/round-trip-tally.ts';
import type { PmsClient } from '../pms/pms-client.ts';
import type { StashState } from '../stash/capabilities.ts';
import type { SchemaCheck } from '../stash/schema/check-schema.ts';
import type { PlexCalls } from '../store/plex-calls.ts';

/** What the checks look at, fitted together for a running service or for a command. */
export interface DoctorContext {
  readonly clock: Clock;
  /** With defaults in place of settings that are wrong. */
  readonly config: Config;
  readonly settingProblems: readonly ConfigProblem[];
  /** Sentences about settings that passed, but that a part refused to work with. */
  readonly refusals: readonly string[];
  readonly surroundings: DoctorSurroundings;
  /** Absent without a usable STASH_URL. */
  readonly stash: StashView | undefined;
  readonly data: DataView;
  /** Absent without PLEX_URL. */
  readonly plex: PmsClient | undefined;
}

/** The machine and the network around. */
export interface DoctorSurroundings {
  /** Whether a service works on this DATA_DIR and answers. */
  readonly isServiceRunning: () => Promise<boolean>;
  /** Whether this very process holds DATA_DIR. */
  readonly holdsDataFolder: boolean;
  /** Bytes that this user may still write into the folder. */
  readonly readFreeBytes: (folder: string) => Promise<number>;
  /** The IP addresses of a host name; rejects when it has none. */
  readonly lookUp: (host: string) => Promise<readonly string[]>;
  /** Where a Stash usually is, the best guess first. */
  readonly stashCandidates: readonly string[];
}

/** The Stash that STASH_URL names. */
export interface StashView {
  readonly url: string;
  /** Looks anew; never rejects for anything Stash does. */
  probe(): Promise<StashState>;
  breaker(): BreakerState;
  /** Holds its schema against our questions. `version` is what it calls itself; rejects when it cannot be asked. */
  checkSchema(version: string | undefined, signal: AbortSignal): Promise<SchemaCheck>;
}

/** What the database says. Each rejects with an error of the store when it cannot be read. */
export interface DataView {
  readCatalogState(): Promise<CatalogState>;
  /** `undefined` while the rules were not tried on the catalog yet. */
  checkRules(signal: AbortSignal): Promise<RoundTripReport | undefined>;
  countScenesWithoutFiles(): Promise<number>;
  countScenesWithoutCover(): Promise<number>;
  findLedgerOwner(): Promise<string | undefined>;
  findPlexCalls(): Promise<PlexCalls>;
}
