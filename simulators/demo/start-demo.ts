import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../src/app.ts';
import { describeProblems } from '../../src/config/config-problem.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { startStashSimulator } from '../stash/start-stash-simulator.ts';
import { PLEX_ROOT, STASH_ROOT, inventDemoLibrary } from './demo-library.ts';
import { MatchLog } from './match-log.ts';

export type Demo = Awaited<ReturnType<typeof startDemo>>;

/** A simulated Stash and the real service before it, with a data folder that goes away with them. */
export async function startDemo(onWarning: (line: string) => void) {
  const { library, files } = inventDemoLibrary();
  const stash = await startStashSimulator({ library });
  const dataDir = await mkdtemp(join(tmpdir(), 'stash2plex-demo-'));
  const config = configure(stash.url, dataDir);
  const log = new MatchLog(onWarning);
  const app = await startApp(config, { logger: createLogger(config.log, log) });
  return {
    library,
    files,
    stash,
    log,
    provider: `http://127.0.0.1:${app.ports.provider}`,
    admin: `http://127.0.0.1:${app.ports.admin}`,
    stop: async () => {
      await app.stop();
      await stash[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function configure(stashUrl: string, dataDir: string) {
  const loaded = loadConfig(
    {
      STASH_URL: stashUrl,
      DATA_DIR: dataDir,
      PATH_RULES: `${PLEX_ROOT}=>${STASH_ROOT}`,
      PLEX_LIBRARY_ROOTS: PLEX_ROOT,
      HOST: '127.0.0.1',
      PORT: '0',
      ADMIN_PORT: '0',
    },
    false,
  );
  if (!loaded.ok) throw new Error(describeProblems(loaded.problems));
  return loaded.config;
}
