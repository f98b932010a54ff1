import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from '../../simulators/demo/find-free-port.ts';
import { type AdminClient, createAdminClient } from '../../src/cli/admin-client.ts';
import { PLEX_ROOT, STASH_ROOT } from '../libraries/bench-library.ts';
import { buildService } from '../processes/build-service.ts';

export interface KilledServiceOptions {
  /** Holds the data folder and one log file a life; both stay. */
  readonly folder: string;
  readonly stashUrl: string;
  readonly plexUrl: string;
  readonly plexToken: string;
  /** Puts a starting service before other processes, so that its start is measured and not its neighbours. */
  readonly isPreferred: boolean;
}

/** A file and the scene it must be matched to. */
export interface KnownFile {
  readonly body: string;
  readonly sceneId: string;
}

export interface FirstAnswer {
  /** From the start of the process. */
  readonly tookMs: number;
  /** Processor time that it took until then; absent where the system does not tell. */
  readonly cpuMs: number | undefined;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const LOOK_EVERY_MS = 5;
const LONGEST_START_MS = 60_000;

/** The built service on a data folder and ports that it keeps from life to life. */
export class KilledService {
  readonly url: string;
  readonly dataDir: string;
  readonly admin: AdminClient;
  readonly #isPreferred: boolean;
  readonly #env: NodeJS.ProcessEnv;
  readonly #main: string;
  readonly #folder: string;
  #child: ChildProcess | undefined;
  #life = 0;
  #startedAt = 0;

  private constructor(
    options: KilledServiceOptions,
    main: string,
    ports: { provider: number; admin: number },
  ) {
    this.#main = main;
    this.#isPreferred = options.isPreferred;
    this.#folder = options.folder;
    this.url = `http://127.0.0.1:${ports.provider}`;
    this.dataDir = join(options.folder, 'data');
    this.admin = createAdminClient({ host: '127.0.0.1', port: ports.admin, token: undefined });
    this.#env = {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      PORT: String(ports.provider),
      ADMIN_PORT: String(ports.admin),
      STASH_URL: options.stashUrl,
      PLEX_URL: options.plexUrl,
      PLEX_TOKEN: options.plexToken,
      PLEX_LIBRARY_ROOTS: PLEX_ROOT,
      PATH_RULES: `${PLEX_ROOT}=>${STASH_ROOT}`,
      CATALOG_FOLLOW_S: '5',
      CATALOG_FULL: 'manual',
      CATALOG_DIFF: 'manual',
      GAP_SCHEDULE: 'manual',
      DATA_DIR: this.dataDir,
      LOG_FORMAT: 'json',
    };
  }

  static async create(options: KilledServiceOptions): Promise<KilledService> {
    const ports = { provider: await findFreePort(), admin: await findFreePort() };
    return new KilledService(options, await buildService(), ports);
  }

  /** Starts another life; returns at once. */
  start(): void {
    this.#life += 1;
    const log = openSync(this.#logFile, 'w');
    this.#startedAt = performance.now();
    const stdio = ['ignore', log, log] as const;
    this.#child = spawn(process.execPath, [this.#main, 'serve'], { env: this.#env, stdio: [...stdio] });
    closeSync(log);
    this.#prefer(constants.priority.PRIORITY_HIGHEST);
  }

  /** Asks until the file is matched to its scene. */
  async waitForFirstAnswer(file: KnownFile): Promise<FirstAnswer> {
    for (;;) {
      const ratingKey = await this.#match(file.body).catch(() => undefined);
      const tookMs = performance.now() - this.#startedAt;
      if (ratingKey === file.sceneId) {
        this.#prefer(constants.priority.PRIORITY_NORMAL);
        return { tookMs, cpuMs: readCpuMs(this.#child?.pid), at: Date.now() };
      }
      if (!this.isRunning || tookMs > LONGEST_START_MS)
        throw new Error('expected the service to answer, but it did not');
      await delay(LOOK_EVERY_MS);
    }
  }

  /** Milliseconds since this life began. */
  get ageMs(): number {
    return performance.now() - this.#startedAt;
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** `kill -9`; the instant just before it. */
  async kill(): Promise<number> {
    return this.#end('SIGKILL');
  }

  /** Ends it in an orderly way. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** How it is and what it wrote last, for when something unexpected happened. */
  async describe(): Promise<string> {
    const { exitCode = null, signalCode = null } = this.#child ?? {};
    const state = this.isRunning ? 'it runs' : `it ended with ${String(signalCode ?? exitCode)}`;
    return `life ${this.#life} of the service: ${state}\n${(await this.readLog()).slice(-4_000)}`;
  }

  /** The log of this life. */
  async readLog(): Promise<string> {
    return readFile(this.#logFile, 'utf8');
  }

  #prefer(priority: number): void {
    if (this.#isPreferred && this.#child?.pid !== undefined && this.isRunning)
      setPriority(this.#child.pid, priority);
  }

  async #end(signal: NodeJS.Signals): Promise<number> {
    const child = this.#child;
    const at = Date.now();
    if (!child || !this.isRunning) return at;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    return at;
  }

  get #logFile(): string {
    return join(this.#folder, `life-${this.#life}.log`);
  }

  async #match(body: string): Promise<string | undefined> {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`${this.url}/library/metadata/matches`, { method: 'POST', headers, body });
    const answer = (await response.json()) as { MediaContainer?: { Metadata?: { ratingKey: string }[] } };
    return answer.MediaContainer?.Metadata?.[0]?.ratingKey;
  }
}

/** Linux counts in hundredths of a second (proc(5)). */
const TICK_MS = 10;

function readCpuMs(pid: number | undefined): number | undefined {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return undefined;
  const [user, system] = readFileSync(stat, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? [];
  return (Number(user) + Number(system)) * TICK_MS;
}
