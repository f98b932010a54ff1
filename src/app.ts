import type { Config } from './config/config.ts';
import { type Listener, startListener } from './http/listener.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { readProgramVersion } from './lib/program-version.ts';
import { repeat } from './lib/repeat.ts';
import { type Logger, createLogger } from './observe/logger.ts';
import { createMetrics } from './observe/metrics.ts';
import { createRecordMatch } from './observe/record-match.ts';
import { createShowPath } from './observe/shown-path.ts';
import { composeAdmin } from './wiring/compose-admin.ts';
import { composeArtwork } from './wiring/compose-artwork.ts';
import { composeDoctor } from './wiring/compose-doctor.ts';
import { composeEngine } from './wiring/compose-engine.ts';
import { composeProvider } from './wiring/compose-provider.ts';
import { composeSchedules } from './wiring/compose-schedules.ts';
import { notePlexCalls } from './wiring/note-plex-calls.ts';
import type { Surroundings } from './wiring/surroundings.ts';

/** What a test may put in place of the real surroundings. */
export interface AppOverrides {
  readonly clock?: Clock;
  readonly logger?: Logger;
}

/** A running service. */
export interface App {
  readonly ports: { readonly provider: number; readonly admin: number };
  /** Resolves if the database turns out to be damaged: what is answered is not to be relied on until it starts anew. */
  readonly damaged: Promise<void>;
  /** Ends running requests and background work within ten seconds, writes what is unwritten and closes everything. */
  stop(): Promise<void>;
}

/** Explanations are written this often; a kill loses those of the last moments. */
const KEEP_MATCHES_EVERY_MS = 2000;
/** Requests that run at the stop may end by themselves, are told to come back after this, and cut off after that. */
const END_REQUESTS_AFTER_MS = 4000;
const GRACE_MS = 6000;

/**
 * The composition root: makes every part, fits them together and starts them, in this order.
 *
 * @throws DataFolderError and its like when DATA_DIR cannot be had, ListenError when a port cannot.
 */
export async function startApp(config: Config, overrides: AppOverrides = {}): Promise<App> {
  const around: Surroundings = {
    clock: overrides.clock ?? systemClock,
    logger: overrides.logger ?? createLogger(config.log),
    metrics: createMetrics(),
  };
  const { clock, logger, metrics } = around;
  const onExplained = createRecordMatch(logger, metrics, createShowPath(config.log.paths));
  const engine = composeEngine(config, around, { onExplained, onCatalogEvent: () => undefined });
  const { stores, stash, catalog, ruleCheck, recent, signal } = engine;
  const artwork = composeArtwork(config.artwork, stores, stash, around);
  const version = readProgramVersion();
  const stopRequests = new AbortController();
  const provider = composeProvider(config, { ...engine, artwork, version }, around, stopRequests.signal);
  const doctor = composeDoctor(config, engine, around);
  const schedules = composeSchedules(config, engine, around);
  const stopListening = new AbortController();
  const adminParts = { engine, doctor, schedules, version, stopping: stopListening.signal };
  const admin = composeAdmin(config, adminParts, around);

  const onProvider = notePlexCalls(provider.callback(), clock, doctor.recordCalls);
  const listeners = await listen(config, onProvider, admin.callback()).catch(async (error: unknown) => {
    await engine.stop();
    throw error;
  });
  void stash.connection.probe();
  void engine.plex.refreshRoots(signal);
  catalog.start();
  if (catalog.state.kind === 'COMPLETE') ruleCheck.start();
  schedules.start();
  const examining = doctor.start();
  const keepMatches = (): void => {
    try {
      stores.recentMatches.recordMatches(recent.drain());
    } catch (error) {
      stores.onFailure(error);
    }
  };
  const keeping = repeat(clock, KEEP_MATCHES_EVERY_MS, signal, keepMatches);

  const [providerListener, adminListener] = listeners;
  return {
    ports: { provider: providerListener.address.port, admin: adminListener.address.port },
    damaged: stores.damaged,
    stop: async () => {
      stopListening.abort(new Error('the service is stopping'));
      const ending = setTimeout(() => stopRequests.abort(), END_REQUESTS_AFTER_MS);
      await Promise.all(listeners.map((listener) => listener.stop(GRACE_MS)));
      clearTimeout(ending);
      keepMatches();
      await Promise.all([engine.stop(), keeping, examining, schedules.ended()]);
    },
  };
}

type Handle = ReturnType<ReturnType<typeof composeAdmin>['callback']>;

async function listen(
  { provider, admin }: Config,
  onProvider: Handle,
  onAdmin: Handle,
): Promise<[Listener, Listener]> {
  const first = await startListener(provider.host, provider.port, (req, res) => void onProvider(req, res));
  try {
    return [first, await startListener(admin.host, admin.port, (req, res) => void onAdmin(req, res))];
  } catch (error) {
    await first.stop(0);
    throw error;
  }
}
