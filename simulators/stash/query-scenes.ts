import type { SimulatedScene } from '../library/library-contents.ts';
import type { FilterInput } from './file-filter.ts';
import { type SceneListing, listScenes } from './list-scenes.ts';
import type { FindFilter } from './paging.ts';
import { getAllById, parseId } from './parse-id.ts';
import { refuseLongPathChain } from './path-chain-limit.ts';
import { selectedFields } from './selected-fields.ts';
import type { Fields, StashContext } from './stash-context.ts';

/** Fields that Stash computes by running the query again. */
const SUMS = ['count', 'duration', 'filesize'];

/** The root fields about scenes. */
export const sceneQueries: Fields<unknown> = {
  findScene: (_root, { id }, { library }) => {
    return id === undefined || id === null ? null : (library.findScene(parseId(id)) ?? null);
  },
  findSceneByHash: (_root, { input }, { library }) => findByHash(input ?? {}, library) ?? null,
  findScenes: (_root, args, context, info) => {
    const selected = selectedFields(info);
    if (Array.isArray(args['ids']) && args['ids'].length > 0) return findByIds(args['ids'], context);
    const filter = (args['scene_filter'] ?? {}) as FilterInput;
    refuseLongPathChain(
      filter,
      SUMS.some((field) => selected.has(field)),
    );
    return listScenes(context.library, filter, args['filter'] ?? {}, selected.has('count'));
  },
  findScenesByPathRegex: (_root, args, { library }, info) => {
    const { q, ...find } = (args['filter'] ?? {}) as FindFilter;
    const path = { value: `(?i)${q ?? ''}`, modifier: 'MATCHES_REGEX' };
    return listScenes(library, { path }, find, selectedFields(info).has('count'));
  },
};

interface HashInput {
  readonly checksum?: string | null;
  readonly oshash?: string | null;
}

/** MD5 is tried first; hashes are compared as they are written, so upper case finds nothing. */
function findByHash(input: HashInput, library: StashContext['library']): SimulatedScene | undefined {
  const id = [input.checksum, input.oshash]
    .map((hash) => (hash ? library.files.findSceneByHash(hash) : undefined))
    .find((found) => found !== undefined);
  return id === undefined ? undefined : library.findScene(id);
}

function findByIds(ids: readonly unknown[], { library, version }: StashContext): SceneListing {
  const scenes = getAllById(ids, 'scene', (id) => library.findScene(id), version.namesDuplicateIds);
  return { scenes, count: scenes.length };
}
