import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type App, type AppOverrides, startApp } from '../../src/app.ts';
import { describeProblems } from '../../src/config/config-problem.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { until } from './until.ts';

/** The real service on a temporary data folder, with its log in memory. */
export interface ServiceWorld extends AsyncDisposable {
  readonly app: App;
  readonly dataDir: string;
  /** Where Plex reaches it. */
  readonly provider: string;
  readonly admin: string;
  /** Every log line so far. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  /** Resolves once the catalog holds every scene. */
  filled(): Promise<void>;
  /** Stops the service and keeps the data folder. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly stashUrl: string;
  /** More settings, by their names in the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The data folder of an earlier service; it is kept. */
  readonly dataDir?: string;
  readonly clock?: AppOverrides['clock'];
  /** False keeps no line of the log, for tests of what the service itself keeps. True unless set. */
  readonly keepLog?: boolean;
}

export async function startService({
  stashUrl,
  env = {},
  dataDir,
  clock,
  keepLog = true,
}: ServiceOptions): Promise<ServiceWorld> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 's2p-')));
  const defaults = { STASH_URL: stashUrl, DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0', ADMIN_PORT: '0' };
  const loaded = loadConfig({ ...defaults, ...env }, false);
  if (!loaded.ok) throw new Error(describeProblems(loaded.problems));
  const log: Record<string, unknown>[] = [];
  const logger = createLogger({ level: 'debug', format: 'json', paths: 'full' }, toLines(log, keepLog));
  const app = await startApp(loaded.config, { logger, ...(clock && { clock }) });
  const admin = `http://127.0.0.1:${app.ports.admin}`;
  const prefix = env['PROVIDER_SECRET'] === undefined ? '' : `/${env['PROVIDER_SECRET']}`;
  const state = { stopped: false };
  const stop = async (): Promise<void> => {
    if (!state.stopped) await app.stop();
    state.stopped = true;
  };
  return {
    app,
    dataDir: folder,
    provider: `http://127.0.0.1:${app.ports.provider}${prefix}`,
    admin,
    log,
    filled: () => until(async () => (await readCatalogState(admin)) === 'COMPLETE'),
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop();
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function readCatalogState(admin: string): Promise<string> {
  const answer = (await (await fetch(`${admin}/health/ready`)).json()) as { catalog: { kind: string } };
  return answer.catalog.kind;
}

function toLines(log: Record<string, unknown>[], keep: boolean): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (keep) log.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
}
