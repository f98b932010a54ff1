import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { plexFilesOf } from '../../simulators/library/plex-files.ts';
import type { SimulatedLibrary } from '../../simulators/library/simulated-library.ts';
import type { PmsSimulator } from '../../simulators/plex/pms-simulator.ts';
import { startPmsSimulator } from '../../simulators/plex/start-pms-simulator.ts';
import { startStashSimulator } from '../../simulators/stash/start-stash-simulator.ts';
import type { StashSimulator } from '../../simulators/stash/stash-simulator.ts';
import { findFreePort } from '../../simulators/demo/find-free-port.ts';
import { PLEX_ROOT, STASH_ROOT, createBenchLibrary } from '../libraries/bench-library.ts';
import { type Child, startChild } from '../processes/child.ts';
import type { LongRunQuestion, LongRunReply, ServiceReading } from '../processes/long-run-process.ts';

export interface LongRunOptions {
  readonly days: number;
  readonly scenes: number;
  /** Seconds between two looks at what changed in Stash: `CATALOG_FOLLOW_S`. */
  readonly followS: number;
  readonly say: (line: string) => void;
}

/** The key of the one library of the simulated Plex. */
export const SECTION = '1';
/** When the simulated libraries were saved: everything that happens comes after. */
export const BEGAN_AT = Date.parse('2026-01-01T00:00:00Z');

const PLEX_TOKEN = 'long-run-token';
/** Small enough that it is full within days: from then on a picture comes for every one that goes. */
const POSTER_CACHE_MB = '1';
/** Files that only Plex has. */
const EXTRA = 20;
/** While something is asked of the service, so much time passes for it in one step, and so much really. */
const STEP_MS = 50;
const REAL_STEP_MS = 5;

/** The service in a process of its own with its clock, between a simulated Stash and a simulated Plex. */
export class LongRunWorld implements AsyncDisposable {
  readonly library: SimulatedLibrary;
  readonly stash: StashSimulator;
  readonly plex: PmsSimulator;
  readonly dataDir: string;
  readonly #settings: Readonly<Record<string, string>>;
  #service: Child<LongRunQuestion, LongRunReply>;
  #ports: LongRunReply['ports'];
  #now = BEGAN_AT;

  private constructor(parts: WorldParts) {
    this.library = parts.stash.library;
    this.stash = parts.stash;
    this.plex = parts.plex;
    this.dataDir = parts.settings.DATA_DIR;
    this.#settings = parts.settings;
    this.#service = parts.service;
    this.#ports = parts.ports;
  }

  static async start({ scenes, followS }: LongRunOptions): Promise<LongRunWorld> {
    const library = createBenchLibrary(scenes);
    const stash = await startStashSimulator({ library, keepRequests: 100 });
    const port = await findFreePort();
    const plex = await startPlex(library, port);
    const settings = {
      STASH_URL: stash.url,
      PLEX_URL: plex.url,
      PLEX_TOKEN,
      DATA_DIR: await mkdtemp(join(tmpdir(), 's2p-long-run-')),
      HOST: '127.0.0.1',
      PORT: String(port),
      ADMIN_PORT: '0',
      PATH_RULES: `${PLEX_ROOT}=>${STASH_ROOT}`,
      POSTER_CACHE_MB,
      CATALOG_FOLLOW_S: String(followS),
      LOG_FORMAT: 'json',
    };
    const service = startService();
    const { ports } = await service.ask({ do: 'START', at: BEGAN_AT, env: settings });
    return new LongRunWorld({ stash, plex, settings, service, ports });
  }

  /** Milliseconds since the epoch, as everybody here has it. */
  get now(): number {
    return this.#now;
  }

  get provider(): string {
    return `http://127.0.0.1:${this.#ports.provider}`;
  }

  get admin(): string {
    return `http://127.0.0.1:${this.#ports.admin}`;
  }

  /** Lets everything happen that is due until then. */
  async passTo(at: number): Promise<void> {
    this.#now = Math.max(this.#now, at);
    await this.#service.ask({ do: 'ADVANCE', to: this.#now });
    this.library.passTo(this.#now);
  }

  /** Does something with the service while time goes on in it, little by little. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    const state = { isOver: false };
    const result = work().finally(() => (state.isOver = true));
    while (!state.isOver) {
      await this.passTo(this.#now + STEP_MS);
      await delay(REAL_STEP_MS);
    }
    return result;
  }

  async read(): Promise<ServiceReading> {
    const { reading } = await this.#service.ask({ do: 'READ' });
    if (!reading) throw new TypeError('expected a reading, but got: none');
    return reading;
  }

  async stopService(): Promise<void> {
    await this.#service.ask({ do: 'STOP' });
    await this.#service[Symbol.asyncDispose]();
  }

  /** The service again on the same data, in a new process, at a later time. */
  async startAgainAt(at: number): Promise<void> {
    this.#now = at;
    this.#service = startService();
    const { ports } = await this.#service.ask({ do: 'START', at, env: this.#settings });
    this.#ports = ports;
    this.library.passTo(at);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#service[Symbol.asyncDispose]();
    await this.plex[Symbol.asyncDispose]();
    await this.stash[Symbol.asyncDispose]();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

interface WorldParts {
  readonly stash: StashSimulator;
  readonly plex: PmsSimulator;
  readonly settings: Readonly<Record<string, string>> & { readonly DATA_DIR: string };
  readonly service: Child<LongRunQuestion, LongRunReply>;
  readonly ports: LongRunReply['ports'];
}

function startService(): Child<LongRunQuestion, LongRunReply> {
  return startChild('long-run-process', ['--expose-gc']);
}

function startPlex(library: SimulatedLibrary, port: number): Promise<PmsSimulator> {
  const files = plexFilesOf(library, { plexRoot: PLEX_ROOT, extraGeneric: EXTRA, extraSpecific: EXTRA });
  return startPmsSimulator({
    token: PLEX_TOKEN,
    providerUri: `http://127.0.0.1:${port}`,
    scanning: { keepAnswers: false, posterEvery: 10 },
    libraries: [
      {
        title: 'Adult',
        key: SECTION,
        agent: 'tv.plex.agents.custom.stash2plex',
        locations: [PLEX_ROOT],
        files: files.map(({ path }) => path),
      },
    ],
  });
}
