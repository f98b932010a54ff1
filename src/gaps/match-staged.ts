import { listScenesOf, narrowToIdentical } from '../matching/file-hits.ts';
import type { FileHit } from '../matching/catalog-index.ts';
import type { SceneId } from '../model/ids.ts';
import { toFoldedPath, toSegments } from '../paths/normal-form.ts';
import { inRanges, inScenes } from './in-ranges.ts';
import type { SweepContext } from './sweep-context.ts';
import type { ContestedFile, RowRange, SweepStaging } from './sweep-staging.ts';

/** Files joined at once: some milliseconds. */
const RANGE = 2_000;

/** Files ordered at once: a tenth of a second. */
const ORDERED = 100_000;

/** Scenes whose paths are looked at at once. */
const PAGE = 10_000;

/** Scenes noted at once: each note reads what was found for all files, so that small pages would cost the square. */
const SCENES = 100_000;

/** Finds the scene of every staged file, as the path strategy of matching does. */
export async function matchStaged({ tools: { staging }, signal }: SweepContext): Promise<undefined> {
  const leads = new Set<number>();
  for await (const range of inScenes(staging, PAGE, signal))
    for (const lead of staging.listLeads(range)) leads.add(lead);
  const last = staging.getLastFile();
  for await (const range of inRanges(last, ORDERED, signal)) {
    staging.orderFiles(range);
    for await (const places of inRanges(Math.min(ORDERED, last - range.after), RANGE, signal))
      staging.transaction(() => staging.matchFiles(places, leads));
  }
  for await (const range of inRanges(last, RANGE, signal)) settleContested(staging, range);
  for await (const range of inScenes(staging, SCENES, signal)) staging.noteScenes(range);
}

function settleContested(staging: SweepStaging, range: RowRange): void {
  staging.transaction(() => {
    for (const file of staging.listContested(range)) {
      const scenes = listScenes(file);
      staging.settleFile(file.n, scenes, findOwner(file, scenes));
    }
  });
}

/** Of several scenes that have the file, the one that its item shows is as right as any. */
function findOwner({ shownScene }: ContestedFile, scenes: readonly SceneId[]): SceneId | undefined {
  if (shownScene !== undefined && scenes.includes(shownScene)) return shownScene;
  return scenes.length === 1 ? scenes[0] : undefined;
}

/**
 * Files that differ in case alone are told apart by the exact path, as in matching. Where no rule says where Stash has
 * the file, the scene that its item shows was matched by name, and stands while it has a file of that name: a missing
 * rule is no missing file.
 */
function listScenes(file: ContestedFile): readonly SceneId[] {
  const { atPath, stashPath } = file;
  if (atPath.length === 0 || stashPath === undefined) return listShownByName(file);
  return listScenesOf(narrowToIdentical(atPath, stashPath));
}

function listShownByName({ plexPath, ofShown }: ContestedFile): readonly SceneId[] {
  const name = toBaseName(plexPath);
  return listScenesOf(ofShown.filter(({ path }: FileHit) => toBaseName(path) === name));
}

function toBaseName(path: string): string | undefined {
  return toSegments(toFoldedPath(path)).at(-1);
}
