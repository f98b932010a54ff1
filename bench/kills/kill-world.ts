import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SimulatedFile } from '../../simulators/library/plex-files.ts';
import { createBenchLibrary, listFilesWithExtras, toMatchBody } from '../libraries/bench-library.ts';
import { copyFolder } from '../libraries/copy-folder.ts';
import { ensurePreparedData } from '../libraries/prepared-data.ts';
import { type Child, startChild } from '../processes/child.ts';
import type { LibrariesQuestion, LibrariesReply } from '../processes/libraries-process.ts';
import type { SteadyLoadQuestion, SteadyLoadReply } from '../processes/steady-load-process.ts';
import { KilledService, type KnownFile } from './killed-service.ts';

export interface KillWorld {
  readonly scenes: number;
  readonly libraries: Child<LibrariesQuestion, LibrariesReply>;
  readonly load: Child<SteadyLoadQuestion, SteadyLoadReply>;
  /** The service that is killed, on a full catalog, not started. */
  readonly service: KilledService;
  readonly knownFile: KnownFile;
  /** Another service on such a catalog, for what it ought to come to. */
  createReference(): Promise<KilledService>;
  /** Ends everything that was started. */
  end(): void;
}

const TOKEN = 'bench-token';

/** Scenes that the run edits in Stash; the others stay as they are. */
export function isEdited(sceneId: string): boolean {
  return sceneId.endsWith('0');
}

export interface KillWorldOptions {
  readonly scenes: number;
  /** See `KilledServiceOptions`. */
  readonly isPreferred: boolean;
  readonly say: (line: string) => void;
}

export async function createKillWorld({ scenes, isPreferred, say }: KillWorldOptions): Promise<KillWorld> {
  const folder = mkdtempSync(join(tmpdir(), 's2p-kills-'));
  const libraries = startChild<LibrariesQuestion, LibrariesReply>('libraries-process');
  const load = startChild<SteadyLoadQuestion, SteadyLoadReply>('steady-load-process');
  const services: KilledService[] = [];
  say(`making a library of ${scenes} scenes`);
  const { stashUrl, plexUrl } = await libraries.ask({ do: 'START', scenes, token: TOKEN });
  const prepared = await ensurePreparedData(scenes, stashUrl, say);
  const createService = async (name: string): Promise<KilledService> => {
    const own = join(folder, name);
    const service = await KilledService.create({
      folder: own,
      stashUrl,
      plexUrl,
      plexToken: TOKEN,
      isPreferred,
    });
    await copyFolder(prepared, service.dataDir);
    services.push(service);
    return service;
  };
  return {
    scenes,
    libraries,
    load,
    service: await createService('killed'),
    knownFile: toKnownFile(listFilesWithExtras(createBenchLibrary(scenes))),
    createReference: () => createService('reference'),
    end: () => {
      for (const service of services) void service.kill();
      void libraries[Symbol.asyncDispose]();
      void load[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function toKnownFile(files: readonly SimulatedFile[]): KnownFile {
  const file = files.find(({ sceneId }) => sceneId !== null && !isEdited(sceneId));
  if (!file?.sceneId) throw new Error('expected a file of a scene that stays as it is, but got: none');
  return { body: toMatchBody(file), sceneId: file.sceneId };
}
