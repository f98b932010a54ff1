import type { SimulatedEntity } from '../library/library-contents.ts';
import type { SimulatedLibrary } from '../library/simulated-library.ts';
import { type Criterion, testOrder, testText } from './criteria.ts';
import type { FilterInput } from './file-filter.ts';
import { type FindFilter, pageOf, sorted } from './paging.ts';
import { getAllById, parseId } from './parse-id.ts';
import type { Fields } from './stash-context.ts';

interface EntityKind {
  readonly noun: 'performer' | 'studio' | 'tag' | 'group';
  readonly rows: (library: SimulatedLibrary) => readonly SimulatedEntity[];
  readonly find: (library: SimulatedLibrary, id: number) => SimulatedEntity | undefined;
}

const KINDS: readonly EntityKind[] = [
  {
    noun: 'performer',
    rows: ({ performers }) => performers,
    find: (library, id) => library.findPerformer(id),
  },
  { noun: 'studio', rows: ({ studios }) => studios, find: (library, id) => library.findStudio(id) },
  { noun: 'tag', rows: ({ tags }) => tags, find: (library, id) => library.findTag(id) },
  { noun: 'group', rows: ({ groups }) => groups, find: (library, id) => library.findGroup(id) },
];

const SORT_KEYS: Readonly<Record<string, (entity: SimulatedEntity) => string | number>> = {
  id: (entity) => entity.id,
  name: (entity) => entity.name.toLowerCase(),
  created_at: (entity) => entity.createdAt,
  updated_at: (entity) => entity.updatedAt,
};

/** The root fields about performers, studios, tags and groups: one by id, and lists. */
export const entityQueries: Fields<unknown> = Object.assign({}, ...KINDS.map(queriesOf)) as Fields<unknown>;

function queriesOf(kind: EntityKind): Fields<unknown> {
  const name = `${kind.noun.slice(0, 1).toUpperCase()}${kind.noun.slice(1)}`;
  return {
    [`find${name}`]: (_root, { id }, { library }) => kind.find(library, parseId(id)) ?? null,
    [`find${name}s`]: (_root, args, { library, version }) => {
      const { ids } = args;
      const find = (id: number): SimulatedEntity | undefined => kind.find(library, id);
      if (Array.isArray(ids) && ids.length > 0) {
        const rows = getAllById(ids, kind.noun, find, version.namesDuplicateIds);
        return { [`${kind.noun}s`]: rows, count: rows.length };
      }
      const filter = (args[`${kind.noun}_filter`] ?? {}) as FilterInput;
      const rows = kind.rows(library).filter(compileEntityFilter(filter));
      const finding = (args['filter'] ?? {}) as FindFilter;
      return { [`${kind.noun}s`]: pageOf(sortEntities(rows, finding), finding), count: rows.length };
    },
  };
}

function compileEntityFilter(filter: FilterInput): (entity: SimulatedEntity) => boolean {
  const tests = Object.entries(filter)
    .filter(([, criterion]) => criterion !== null)
    .map(([name, criterion]) => toTest(name, criterion as Criterion<string>));
  return (entity) => tests.every((test) => test(entity));
}

function toTest(name: string, criterion: Criterion<string>): (entity: SimulatedEntity) => boolean {
  if (name === 'name') {
    const test = testText(criterion);
    return (entity) => test(entity.name);
  }
  if (name !== 'updated_at') throw new Error(`the Stash simulator has no criterion "${name}" for this kind`);
  const test = testOrder(criterion);
  return (entity) => test(entity.updatedAt);
}

function sortEntities(
  rows: readonly SimulatedEntity[],
  { sort, direction, q }: FindFilter,
): SimulatedEntity[] {
  if (q) throw new Error('the Stash simulator has no free text search');
  const name = sort ?? 'name';
  const key = Object.hasOwn(SORT_KEYS, name) ? SORT_KEYS[name] : undefined;
  if (!key) throw new Error(`invalid sort: ${name}`);
  return sorted(rows, direction, key, (entity) => entity.name);
}
