import type { SimulatedScene } from '../../simulators/library/library-contents.ts';
import type { Random } from '../../simulators/library/random.ts';
import type { SimulatedLibrary } from '../../simulators/library/simulated-library.ts';
import { STASH_ROOT } from '../libraries/bench-library.ts';

/** What a day changes in Stash, as paths of Stash. */
export interface StashChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** New scenes, with as much known of them as of the one they are modelled on. */
export function addScenes(library: SimulatedLibrary, day: number, count: number): StashChanges {
  const models = library.scenes.filter(({ performerIds }) => performerIds.length > 0);
  const added = Array.from({ length: count }, (_, index) => {
    const model = models[index % models.length];
    const path = `${STASH_ROOT}/New/Day ${day}/Fresh Arrival ${day} ${index}.mp4`;
    const { performerIds = [], tagIds = [], studioId = null, details = '' } = model ?? {};
    const title = `Fresh Arrival ${day} ${index}`;
    library.addScene({ paths: [path], title, performerIds, tagIds, studioId, details });
    return path;
  });
  return { added, removed: [] };
}

/** As many go as come, so that the library keeps its size: the oldest that have a file. */
export function removeScenes(library: SimulatedLibrary, count: number): StashChanges {
  const going = library.scenes.filter(({ files }) => files.length > 0).slice(0, count);
  for (const { id } of going) library.deleteScene(id);
  return { added: [], removed: going.flatMap(listPaths) };
}

export function moveFiles(
  library: SimulatedLibrary,
  random: Random,
  day: number,
  count: number,
): StashChanges {
  const moved = pickScenes(library, random, count).flatMap(({ files: [file] }, index) => {
    if (!file) return [];
    const to = `${STASH_ROOT}/Moved/Day ${day}/${index} ${file.path.split('/').at(-1) ?? ''}`;
    library.moveFile(file.path, to);
    return [{ from: file.path, to }];
  });
  return { added: moved.map(({ to }) => to), removed: moved.map(({ from }) => from) };
}

/** Titles and covers of scenes, and names that many scenes share. */
export function editScenes(library: SimulatedLibrary, random: Random, day: number, count: number): void {
  for (const { id } of pickScenes(library, random, count))
    library.editScene(id, { title: `Edited on day ${day}` });
  for (const { id } of pickScenes(library, random, 2)) library.setCover(id, 'JPEG');
  const performer = random.pick(library.performers);
  library.renamePerformer(performer.id, `${performer.name.replace(/ \d+$/, '')} ${day}`);
  const tag = random.pick(library.tags);
  library.renameTag(tag.id, `${tag.name.replace(/ \d+$/, '')} ${day}`);
}

/** Different ones, each with a file. */
function pickScenes(library: SimulatedLibrary, random: Random, count: number): readonly SimulatedScene[] {
  const scenes = library.scenes.filter(({ files }) => files.length > 0);
  const start = random.below(Math.max(1, scenes.length - count));
  return scenes.slice(start, start + count);
}

function listPaths({ files }: SimulatedScene): readonly string[] {
  return files.map(({ path }) => path);
}
