import type { SimulatedScene } from '../library/library-contents.ts';
import { itemsFromList } from '../plex/server/item-source.ts';
import type { PmsItem } from '../plex/server/pms-item.ts';
import { PLEX_INBOX, PLEX_ROOT, STASH_ROOT } from './demo-library.ts';
import { type Demo, LIBRARY_KEY } from './start-demo.ts';

/** One gap that a sweep must find: `KIND REASON path-or-scene`. */
export type ExpectedGap = string;

const OURS = 'tv.plex.agents.custom.stash2plex://movie/';

/**
 * Makes both libraries differ in each way there is, after a scan that left them equal but for the files that only Plex
 * has. Tells every gap that a sweep has to find now.
 */
export function disturb(demo: Demo): readonly ExpectedGap[] {
  const items = listItems(demo);
  const scenes = pickScenes(demo, items, 8);
  const take = (): Picked => {
    const picked = scenes.shift();
    if (!picked) throw new Error('expected enough ordinary scenes in the demo library, but got too few');
    return picked;
  };
  return [...listOnlyInPlex(demo), ...changeStash(demo, take), ...changePlex(demo, items, take)];
}

interface Picked {
  readonly scene: SimulatedScene;
  readonly path: string;
}

function listItems({ plex }: Demo): Map<string, PmsItem> {
  const { items } = plex.getSection(LIBRARY_KEY);
  const list = Array.from({ length: items.count }, (_, index) => items.at(index));
  return new Map(list.map((item) => [fileOf(item), item]));
}

function fileOf({ Media }: PmsItem): string {
  return Media?.[0]?.Part[0]?.file ?? '';
}

/** Scenes with one file and much to show, whose item uses us. */
function pickScenes({ library }: Demo, items: ReadonlyMap<string, PmsItem>, count: number): Picked[] {
  return library.scenes
    .filter(
      ({ files, tagIds, performerIds }) => files.length === 1 && tagIds.length > 0 && performerIds.length > 0,
    )
    .map((scene) => ({ scene, path: PLEX_ROOT + (scene.files[0]?.path ?? '').slice(STASH_ROOT.length) }))
    .filter(({ path }) => items.get(path)?.guid.startsWith(OURS))
    .slice(0, count);
}

/** The files that only Plex has were there from the start. */
function listOnlyInPlex({ files }: Demo): ExpectedGap[] {
  return files
    .filter(({ sceneId }) => sceneId === null)
    .map(({ path }) => `NOT_IN_STASH NO_SUCH_FILE ${path}`);
}

function changeStash({ library }: Demo, take: () => Picked): ExpectedGap[] {
  const edited = take();
  library.editScene(edited.scene.id, { title: 'Renamed after Plex asked' });
  const deleted = take();
  library.deleteScene(deleted.scene.id);
  const vault = library.addScene({ paths: ['/vault/Kept Apart.mp4'], title: 'Kept apart' });
  const unruled = library.addScene({ paths: ['/elsewhere/No Rule.mp4'], title: 'No rule' });
  return [
    `STALE CHANGED_SINCE_SERVED ${edited.scene.id}`,
    `NOT_IN_STASH SCENE_DELETED ${deleted.path}`,
    `NOT_IN_PLEX FOLDER_NOT_IN_LIBRARY ${vault.id}`,
    `NOT_IN_PLEX NO_RULE_COVERS_PATH ${unruled.id}`,
  ];
}

function changePlex({ plex }: Demo, items: Map<string, PmsItem>, take: () => Picked): ExpectedGap[] {
  const change = (path: string, changes: Partial<PmsItem>): void => {
    const item = items.get(path);
    if (item) items.set(path, { ...item, ...changes });
  };
  const [removed, otherAgent, noAgent, otherScene, empty] = [take(), take(), take(), take(), take()];
  items.delete(removed.path);
  change(otherAgent.path, { guid: 'plex://movie/5d776825880197001ec90a5c' });
  change(noAgent.path, { guid: 'local://4711' });
  change(otherScene.path, { guid: OURS + String(empty.scene.id) });
  hideEverything(items, empty.path);
  const inbox = `${PLEX_INBOX}/Fresh Download.mp4`;
  items.set(inbox, toBareItem(inbox));
  plex.changeSection(LIBRARY_KEY, { items: itemsFromList([...items.values()]) });
  return [
    `NOT_IN_PLEX NO_PLEX_ITEM ${removed.scene.id}`,
    `UNMATCHED OTHER_AGENT ${otherAgent.path}`,
    `UNMATCHED NO_AGENT ${noAgent.path}`,
    `WRONG_SCENE OTHER_SCENE ${otherScene.path}`,
    `EMPTY NOTHING_SHOWN ${empty.path}`,
    `NOT_IN_STASH NO_RULE_COVERS_PATH ${inbox}`,
  ];
}

function hideEverything(items: Map<string, PmsItem>, path: string): void {
  const item = items.get(path);
  if (!item) return;
  const { ratingKey, guid, title, Media = [] } = item;
  items.set(path, { ratingKey, guid, title, Media });
}

function toBareItem(file: string): PmsItem {
  const ratingKey = '1999999';
  const Media = [{ id: ratingKey, Part: [{ id: ratingKey, file }] }];
  return { ratingKey, guid: `tv.plex.agents.none://${ratingKey}`, title: 'Fresh Download', Media };
}
