import type { PlexPath, StashPath } from '../model/file-paths.ts';
import { toFoldedPath } from '../paths/normal-form.ts';
import type { PathMapper } from '../paths/path-mapper.ts';
import { isInside } from '../paths/prefix-rewrite.ts';
import type { FoundGap, GapReason } from './gap.ts';
import { toFileSubject, toSceneSubject } from './gap-subject.ts';
import type { PlexSection } from './plex-library.ts';
import type { AbsentScene } from './sweep-staging.ts';

/** What judging a scene that no Plex file led to takes. */
export interface AbsenceTools {
  readonly paths: PathMapper;
  readonly sections: readonly PlexSection[];
  /** True for a Plex path that is listed although the rules lead from it to no scene. */
  readonly isListed: (subject: string) => boolean;
}

interface Place {
  readonly reason: GapReason;
  readonly stashPath: StashPath;
  readonly plexPath?: PlexPath;
  readonly plexLibrary?: string;
}

/** The nearer a file comes to Plex, the more its reason says. */
const NEAREST_FIRST: readonly GapReason[] = ['NO_PLEX_ITEM', 'FOLDER_NOT_IN_LIBRARY', 'NO_RULE_COVERS_PATH'];

/**
 * Why Plex has no file of a scene, told by the file that comes nearest to Plex. `undefined` when there is none to look
 * for, or when Plex does list one of them and only the way back is missing in the rules.
 */
export function toAbsenceGap({ sceneId, paths }: AbsentScene, tools: AbsenceTools): FoundGap | undefined {
  const places = paths.map((path) => toPlace(path, tools));
  if (places.some((place) => isListed(place, tools))) return undefined;
  const nearest = NEAREST_FIRST.map((reason) => places.find((place) => place.reason === reason));
  const place = nearest.find((candidate) => candidate !== undefined);
  return place && { kind: 'NOT_IN_PLEX', subject: toSceneSubject(sceneId), sceneId, ...place };
}

function toPlace(stashPath: StashPath, { paths, sections }: AbsenceTools): Place {
  const mapping = paths.toPlexPath(stashPath);
  if (mapping.kind === 'UNMAPPED') return { reason: 'NO_RULE_COVERS_PATH', stashPath };
  const plexPath = mapping.path;
  const section = sections.find(({ locations }) => isInAny(locations, plexPath));
  if (section === undefined) return { reason: 'FOLDER_NOT_IN_LIBRARY', stashPath, plexPath };
  return { reason: 'NO_PLEX_ITEM', stashPath, plexPath, plexLibrary: section.title };
}

function isListed({ plexPath }: Place, tools: AbsenceTools): boolean {
  return plexPath !== undefined && tools.isListed(toFileSubject(plexPath));
}

function isInAny(locations: readonly PlexPath[], path: PlexPath): boolean {
  const folded = toFoldedPath(path);
  return locations.some((location) => isInside(toFoldedPath(location), folded));
}
