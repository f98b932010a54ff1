import { generateLibrary } from '../../simulators/library/generate-library.ts';
import { type SimulatedFile, plexFilesOf } from '../../simulators/library/plex-files.ts';
import type { SimulatedLibrary } from '../../simulators/library/simulated-library.ts';
import type { ScanFile } from '../../simulators/plex/scanner/scan-file.ts';
import { startStashSimulator } from '../../simulators/stash/start-stash-simulator.ts';
import type { StashSimulator } from '../../simulators/stash/stash-simulator.ts';
import { type ServiceOptions, type ServiceWorld, startService } from './service-world.ts';

/** The library folder as Plex names it; Stash calls it `/data`. */
export const PLEX_ROOT = '/media/adult';
const STASH_ROOT = '/data';

/** A simulated Stash, the real service in front of it, and the files of Plex. */
export interface ScanWorld extends AsyncDisposable {
  readonly library: SimulatedLibrary;
  readonly stash: StashSimulator;
  readonly service: ServiceWorld;
  readonly files: readonly SimulatedFile[];
}

export interface ScanWorldOptions extends Omit<ServiceOptions, 'stashUrl'> {
  readonly scenes?: number;
  readonly seed?: number;
  readonly extraGeneric?: number;
  readonly extraSpecific?: number;
  readonly difficultShare?: number;
  readonly apiKey?: string;
  /** Runs before the service starts, to have Stash in trouble by then. */
  readonly prepare?: (stash: StashSimulator) => unknown;
  /** Whether to wait until the catalog is filled; true unless set. */
  readonly filled?: boolean;
}

/** Settings under which Plex's and Stash's names for the library differ. */
export const SCAN_SETTINGS = {
  PATH_RULES: `${PLEX_ROOT}=>${STASH_ROOT}`,
  PLEX_LIBRARY_ROOTS: PLEX_ROOT,
} as const;

export async function startScanWorld(options: ScanWorldOptions = {}): Promise<ScanWorld> {
  const { scenes = 60, seed = 1, difficultShare, apiKey, filled = true, prepare, ...rest } = options;
  const library = generateLibrary({
    scenes,
    seed,
    root: STASH_ROOT,
    ...(difficultShare !== undefined && { difficultShare }),
  });
  const stash = await startStashSimulator({ library, ...(apiKey !== undefined && { apiKey }) });
  await prepare?.(stash);
  const key = apiKey === undefined ? {} : { STASH_API_KEY: apiKey };
  const { extraGeneric = 0, extraSpecific = 0, env, ...serviceOptions } = rest;
  const service = await startService({
    ...serviceOptions,
    stashUrl: stash.url,
    env: { ...SCAN_SETTINGS, ...key, ...env },
  });
  if (filled) await service.filled();
  return {
    library,
    stash,
    service,
    files: plexFilesOf(library, { plexRoot: PLEX_ROOT, extraGeneric, extraSpecific }),
    [Symbol.asyncDispose]: async () => {
      await service[Symbol.asyncDispose]();
      await stash[Symbol.asyncDispose]();
    },
  };
}

/** A file as the scanner takes it. */
export function toScanFile({ path }: { readonly path: string }): ScanFile {
  return { path, location: PLEX_ROOT };
}

/** The files that are in Stash. */
export function filesOfStash({ files }: ScanWorld): SimulatedFile[] {
  return files.filter(({ origin }) => origin === 'STASH');
}
