import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PLEX_ROOT, STASH_ROOT } from '../libraries/bench-library.ts';
import { copyFolder } from '../libraries/copy-folder.ts';
import { buildService } from './build-service.ts';
import { readAfresh } from './read-afresh.ts';

/** The service as its image runs it: the built program, in a process of its own, with its log in a file. */
export interface ServiceProcess extends AsyncDisposable {
  /** Where Plex reaches it. */
  readonly url: string;
  /** Where people and tools reach it. */
  readonly adminUrl: string;
  readonly dataDir: string;
  readonly logFile: string;
  /** Waits for a log line with this text and returns it. */
  waitForLine(text: string): Promise<Readonly<Record<string, unknown>>>;
  /** The end of its log, when it has ended by itself. */
  explainEnd(): Promise<string | undefined>;
  /** Waits until nothing goes on in it any more. */
  settle(): Promise<void>;
  /** Resident memory in bytes and processor time since the start in milliseconds, as it reports them itself. */
  measure(): Promise<{ readonly residentBytes: number; readonly cpuMs: number }>;
  /** Stops it in an orderly way; the data folder stays until it is disposed of. */
  stop(): Promise<void>;
}

export interface ServiceProcessOptions {
  readonly stashUrl: string;
  /** A data folder to begin with; it is copied. */
  readonly dataFrom?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Nothing but what a benchmark asks for: the passes over Stash are its own matter. */
const SETTINGS = {
  HOST: '127.0.0.1',
  PORT: '0',
  ADMIN_PORT: '0',
  PATH_RULES: `${PLEX_ROOT}=>${STASH_ROOT}`,
  PLEX_LIBRARY_ROOTS: PLEX_ROOT,
  CATALOG_FULL: 'manual',
  CATALOG_DIFF: 'manual',
  LOG_FORMAT: 'json',
};

export async function startServiceProcess(options: ServiceProcessOptions): Promise<ServiceProcess> {
  const main = await buildService();
  const folder = await mkdtemp(join(tmpdir(), 's2p-bench-'));
  const dataDir = join(folder, 'data');
  if (options.dataFrom !== undefined) await copyFolder(options.dataFrom, dataDir);
  const logFile = join(folder, 'log');
  const log = openSync(logFile, 'w');
  const env = { ...SETTINGS, STASH_URL: options.stashUrl, DATA_DIR: dataDir, ...options.env };
  const child = spawn(process.execPath, [main, 'serve'], {
    // For a profile: SERVICE_NODE_OPTIONS='--cpu-prof --cpu-prof-dir=/tmp/profiles'.
    env: { PATH: process.env['PATH'], NODE_OPTIONS: process.env['SERVICE_NODE_OPTIONS'], ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = once(child, 'exit');
  const read = (): Promise<string> => readFile(logFile, 'utf8');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  const { provider, admin } = await findPorts(read, isRunning);
  const adminUrl = `http://127.0.0.1:${admin}`;
  const measure = () => readUsage(`${adminUrl}/metrics`);
  return {
    url: `http://127.0.0.1:${provider}`,
    adminUrl,
    dataDir,
    logFile,
    waitForLine: (text) => waitFor(read, isRunning, (log) => findLine(log, text)),
    explainEnd: async () => (isRunning() ? undefined : (await read()).slice(-2_000)),
    settle: () => waitForQuiet(measure),
    measure,
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function findPorts(read: () => Promise<string>, isRunning: () => boolean) {
  return waitFor(read, isRunning, (text) => {
    const [provider, admin] = ['Provider', 'Admin'].map(
      (name) => new RegExp(`${name} +\\S+:(\\d+)`).exec(text)?.[1],
    );
    return provider === undefined || admin === undefined ? undefined : { provider, admin };
  });
}

function findLine(log: string, text: string): Readonly<Record<string, unknown>> | undefined {
  const line = log.split('\n').find((each) => each.includes(`"msg":"${text}"`));
  return line === undefined ? undefined : (JSON.parse(line) as Record<string, unknown>);
}

async function waitFor<Found>(
  read: () => Promise<string>,
  isRunning: () => boolean,
  find: (text: string) => Found | undefined,
): Promise<Found> {
  for (;;) {
    const text = await read();
    const found = find(text);
    if (found !== undefined) return found;
    if (!isRunning()) throw new Error(`expected the service to run, but it ended: ${text.slice(-2_000)}`);
    await delay(100);
  }
}

/** Below this share of a core, twice in a row, it does nothing but answer our looks. */
const QUIET_SHARE = 0.05;

async function waitForQuiet(measure: ServiceProcess['measure']): Promise<void> {
  let quiet = 0;
  let before = (await measure()).cpuMs;
  while (quiet < 2) {
    await delay(1_000);
    const { cpuMs } = await measure();
    quiet = cpuMs - before < 1_000 * QUIET_SHARE ? quiet + 1 : 0;
    before = cpuMs;
  }
}

async function readUsage(url: string): Promise<{ residentBytes: number; cpuMs: number }> {
  const text = await readAfresh(url);
  const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  return {
    residentBytes: value('process_resident_memory_bytes'),
    cpuMs: value('process_cpu_seconds_total') * 1000,
  };
}
