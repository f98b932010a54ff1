import type { PlexPath, StashPath } from '../model/file-paths.ts';
import type { PathMapper } from '../paths/path-mapper.ts';

/** One full Plex path, and where the rules say Stash has it. */
interface MappedPath {
  readonly plex: PlexPath;
  readonly stash: StashPath;
  readonly rule: string;
}

export interface MappedPaths {
  /** Most likely first, each Stash path once. */
  readonly mapped: readonly MappedPath[];
  /** Full Plex paths that no rule covers. */
  readonly unmapped: readonly PlexPath[];
}

/** Maps every full path once: rules count their hits, so a request must not ask twice. */
export function toMappedPaths(fullPaths: readonly PlexPath[], paths: PathMapper): MappedPaths {
  const mapped: MappedPath[] = [];
  const unmapped: PlexPath[] = [];
  for (const plex of fullPaths) {
    const mapping = paths.toStashPath(plex);
    if (mapping.kind === 'UNMAPPED') unmapped.push(plex);
    else if (!mapped.some(({ stash }) => stash === mapping.path))
      mapped.push({ plex, stash: mapping.path, rule: mapping.rule });
  }
  return { mapped, unmapped };
}
