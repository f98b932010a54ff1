import { startPmsSimulator } from '../../simulators/plex/start-pms-simulator.ts';
import { generateItems } from '../../simulators/plex/server/item-source.ts';
import type { PmsItem } from '../../simulators/plex/server/pms-item.ts';
import type { SimulatedFile } from '../../simulators/library/plex-files.ts';
import type { SimulatedLibrary } from '../../simulators/library/simulated-library.ts';
import { startStashSimulator } from '../../simulators/stash/start-stash-simulator.ts';
import {
  PLEX_ROOT,
  STASH_ROOT,
  createBenchLibrary,
  listFilesWithExtras,
} from '../libraries/bench-library.ts';
import { answerParent } from './child.ts';

/** A simulated Stash and a simulated PMS over the same library, in a process of their own. */
export type LibrariesQuestion =
  | { readonly do: 'START'; readonly scenes: number; readonly token: string }
  /** Edits a scene in Stash for each pick, to say this; only scenes whose ids end in 0. */
  | { readonly do: 'EDIT'; readonly picks: readonly number[]; readonly details: string }
  /** Adds a scene in Stash that Plex has no file of. */
  | { readonly do: 'ADD'; readonly name: string };

export interface LibrariesReply {
  readonly stashUrl: string;
  readonly plexUrl: string;
}

interface Libraries extends LibrariesReply {
  readonly library: SimulatedLibrary;
  readonly editable: readonly number[];
}

const OURS = 'tv.plex.agents.custom.stash2plex';
const FIRST_RATING_KEY = 1_000_000;

let libraries: Libraries | undefined;

answerParent(async (question: LibrariesQuestion): Promise<LibrariesReply> => {
  if (question.do === 'START') libraries = await start(question.scenes, question.token);
  if (!libraries) throw new Error('expected START first');
  const { stashUrl, plexUrl } = libraries;
  if (question.do === 'EDIT') edit(libraries, question.picks, question.details);
  if (question.do === 'ADD')
    libraries.library.addScene({ paths: [`${STASH_ROOT}/added/${question.name}.mp4`] });
  return { stashUrl, plexUrl };
});

function edit({ library, editable }: Libraries, picks: readonly number[], details: string): void {
  for (const pick of picks) library.editScene(editable[pick % editable.length] ?? 0, { details });
}

async function start(scenes: number, token: string): Promise<Libraries> {
  const library = createBenchLibrary(scenes);
  const stash = await startStashSimulator({ library, keepRequests: 1 });
  // Every two-hundredth file is missing from Plex.
  const files = listFilesWithExtras(library).filter((_, index) => index % 200 !== 7);
  const items = generateItems(files.length, FIRST_RATING_KEY, (index, key) =>
    toItem(files[index], index, key),
  );
  const locations = [PLEX_ROOT];
  const plex = await startPmsSimulator({
    token,
    libraries: [{ title: 'Adult', agent: OURS, locations, items }],
  });
  const editable = library.scenes.map(({ id }) => id).filter((id) => id % 10 === 0);
  return { library, editable, stashUrl: stash.url, plexUrl: plex.url };
}

/** Every fiftieth item is of another agent, every three-hundredth shows another scene. */
function toItem(file: SimulatedFile | undefined, index: number, ratingKey: string): PmsItem {
  if (!file) throw new RangeError(`expected a file at ${index}, but got: none`);
  const isOurs = file.sceneId !== null && index % 50 !== 3;
  const sceneId = index % 300 === 11 ? '1' : file.sceneId;
  return {
    ratingKey,
    guid: isOurs ? `${OURS}://movie/${sceneId}` : `plex://movie/${ratingKey}`,
    title: `Item ${ratingKey}`,
    summary: 'It shows something.',
    Media: [{ id: ratingKey, Part: [{ id: ratingKey, file: file.path }] }],
  };
}
