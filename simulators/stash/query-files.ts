import { basename, dirname, normalize } from 'node:path/posix';
import type { SimulatedVideoFile } from '../library/library-contents.ts';
import type { SimulatedLibrary } from '../library/simulated-library.ts';
import { type FilterInput, compileFileFilter } from './file-filter.ts';
import { compileLike } from './like-pattern.ts';
import { type FindFilter, pageOf } from './paging.ts';
import { parseId } from './parse-id.ts';
import type { Fields } from './stash-context.ts';

/** The root fields about files (Stash 0.29 and later). */
export const fileQueries: Fields<unknown> = {
  findFile: (_root, { id, path }, { library }) => {
    const isById = id !== undefined && id !== null;
    const file = isById
      ? findById(library, parseId(id))
      : findByPath(library, typeof path === 'string' ? path : '');
    if (!file) throw new Error('file not found');
    return file;
  },
  findFiles: (_root, args, { library }) => {
    const test = compileFileFilter((args['file_filter'] ?? {}) as FilterInput);
    const files = library.files.list().filter(test);
    return { files: pageOf(files, (args['filter'] ?? {}) as FindFilter), count: files.length };
  },
};

function findById(library: SimulatedLibrary, id: number): SimulatedVideoFile | undefined {
  return library.files.list().find((file) => file.id === id);
}

/**
 * Exact and case-sensitive, until the path holds `%` or `*`: then Stash searches by pattern and answers with the
 * lowest file that fits, which may be another one than asked for.
 */
function findByPath(library: SimulatedLibrary, path: string): SimulatedVideoFile | undefined {
  const cleaned = normalize(path).replace(/(?<=.)\/$/, '');
  if (!/[%*]/.test(cleaned)) return library.files.findByPath(cleaned);
  const pattern = cleaned.replaceAll('*', '%');
  const folderFits = compileLike(dirname(pattern));
  const nameFits = compileLike(basename(pattern));
  return library.files.list().find((file) => folderFits(dirname(file.path)) && nameFits(basename(file.path)));
}
