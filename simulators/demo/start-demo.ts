import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../src/app.ts';
import { describeProblems } from '../../src/config/config-problem.ts';
import type { Config } from '../../src/config/config.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { startPmsSimulator } from '../plex/start-pms-simulator.ts';
import { startStashSimulator } from '../stash/start-stash-simulator.ts';
import { PATH_RULES, PLEX_INBOX, PLEX_ROOT, inventDemoLibrary } from './demo-library.ts';
import { findFreePort } from './find-free-port.ts';
import { MatchLog } from './match-log.ts';

export type Demo = Awaited<ReturnType<typeof startDemo>>;

export interface DemoListeners {
  readonly onWarning: (line: string) => void;
  readonly onScanned: (done: number) => void;
}

/** The key of the demo's one Plex library. */
export const LIBRARY_KEY = '1';
const PLEX_TOKEN = 'demo-token';
const PROVIDER_ID = 'tv.plex.agents.custom.stash2plex';

/** A simulated Stash, a simulated Plex and the real service between them, with a data folder that goes with them. */
export async function startDemo({ onWarning, onScanned }: DemoListeners) {
  const { library, files } = inventDemoLibrary();
  const port = await findFreePort();
  const provider = `http://127.0.0.1:${port}`;
  const stash = await startStashSimulator({ library });
  const plex = await startPmsSimulator({
    token: PLEX_TOKEN,
    providerUri: provider,
    scanning: { posterEvery: 20, onProgress: ({ done }) => onScanned(done) },
    libraries: [
      {
        title: 'Adult',
        key: LIBRARY_KEY,
        agent: PROVIDER_ID,
        locations: [PLEX_ROOT, PLEX_INBOX],
        files: files.map(({ path }) => path),
      },
    ],
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'stash2plex-demo-'));
  const log = new MatchLog(onWarning);
  const config = configure({
    STASH_URL: stash.url,
    PLEX_URL: plex.url,
    DATA_DIR: dataDir,
    PORT: String(port),
  });
  const app = await startApp(config, { logger: createLogger(config.log, log) });
  return {
    library,
    files,
    stash,
    plex,
    log,
    provider,
    admin: `http://127.0.0.1:${app.ports.admin}`,
    stop: async () => {
      await app.stop();
      await plex[Symbol.asyncDispose]();
      await stash[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function configure(settings: Readonly<Record<string, string>>): Config {
  const fixed = { PLEX_TOKEN, PATH_RULES, GAP_SCHEDULE: 'manual', HOST: '127.0.0.1', ADMIN_PORT: '0' };
  const loaded = loadConfig({ ...fixed, ...settings }, false);
  if (!loaded.ok) throw new Error(describeProblems(loaded.problems));
  return loaded.config;
}
